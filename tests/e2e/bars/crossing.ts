// B13: a bill of March is paid in April; it costs the old year and leaves its passbook as it is.

import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { closing as words } from '../../../ui/src/strings/ja/closing';
import { nothingFound } from '../desk/axe';
import { choose, fill, goTo, reach, see, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

export async function billOfMarch(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('5,829,906', '5,738,791'));
  await seat.press('Control+Enter');
  await see(seat, accounts.recordLeads.expense);
  await fill(seat, accounts.on, '8/4/10');
  await see(seat, accounts.crosses('未払'));
  await seat.picture('crossing-1-outside');
  await reach(seat, accounts.crosses('未払'));
  await seat.press('Space');
  await fill(seat, accounts.description, '3月分の電話料');
  await fill(seat, accounts.itemField, '消耗品費');
  await fill(seat, accounts.amount, '5千');
  await choose(seat, accounts.from, '現金');
  await nothingFound(seat, 'a slip that crosses the year');
  await seat.picture('crossing-2-slip');
  await seat.press('Control+Enter');
  await see(seat, app.undo, '記帳しました');

  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('5,829,906', '5,743,791'), '187件');
  await seat.picture('crossing-3-book');
  await goTo(seat, accounts.tabs['accounts/closing']);
  await see(seat, '年度をまたぐ支払・受取が1件あります。', '787,789円', '782,789円', words.bookOf('49,295'));
  await seat.picture('crossing-4-closing');
  await nothingFound(seat, 'the closing of a year with a bill that is paid later');
}
