// B13: a bill of March is paid in April; it costs the old year and leaves its passbook as it is. What is paid ahead does the opposite,
// and money that belongs to the old year and comes in the next is income of the old one.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { closing as words } from '../../../ui/src/strings/ja/closing';
import { nothingFound } from '../desk/axe';
import { printed } from '../desk/paper';
import { choose, exactly, fill, goTo, reach, see, type Seat } from '../desk/seat';
import { beginSlip } from '../desk/slip';
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
  await paidAhead(seat);
  await comesLater(seat);
}

/** The hall of April is paid in March: it leaves the passbook of this year and costs the next; the settlement says why they differ. */
async function paidAhead(seat: Seat): Promise<void> {
  await reach(seat, exactly(app.year));
  await seat.press('ArrowUp');
  await see(seat, app.otherYear('令和8年度'));
  await beginSlip(seat, 'expense');
  await fill(seat, accounts.on, '8/3/13');
  await see(seat, accounts.crosses('前払'));
  await reach(seat, accounts.crosses('前払'));
  await seat.press('Space');
  await fill(seat, accounts.description, '4月の会場の予約');
  await fill(seat, accounts.itemField, '使用料及び賃借料');
  await fill(seat, accounts.amount, '2千');
  await choose(seat, accounts.from, '現金');
  await seat.press('Control+Enter');
  await see(seat, '「4月の会場の予約 2,000円」を記帳しました');

  await reach(seat, exactly(app.year));
  await seat.press('ArrowDown');
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('5,829,906', '5,743,791'));
  const paper = (await printed(seat, '収支決算書')).replaceAll(/\s/g, '');
  for (const said of ['未払R8.4.10消耗品費3月分の電話料', '次年度の前払R8.3.13', '785,789円に、上の差△3,000円を合わせた782,789円が、次年度繰越金です']) expect(paper).toContain(said);
}

/** What the collection of March brought comes in April: the old year has earned it, the next one's passbook has it. */
async function comesLater(seat: Seat): Promise<void> {
  await beginSlip(seat, 'income');
  await fill(seat, accounts.on, '8/4/20');
  await see(seat, accounts.crosses('未収'));
  await reach(seat, accounts.crosses('未収'));
  await seat.press('Space');
  await fill(seat, accounts.description, '3月の資源回収');
  await fill(seat, accounts.itemField, '資源回収売払');
  await fill(seat, accounts.amount, '7千');
  await choose(seat, accounts.into, '普通預金');
  await seat.picture('crossing-5-income');
  await nothingFound(seat, 'income that comes in the next year');
  await seat.press('Control+Enter');
  await see(seat, '「3月の資源回収 7,000円」を記帳しました');

  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('5,836,906', '5,743,791'), '188件');
  await goTo(seat, accounts.tabs['accounts/closing']);
  await see(seat, words.bookOf('738,494'));
  const paper = (await printed(seat, '収支決算書')).replaceAll(/\s/g, '');
  for (const said of ['未収R8.4.20資源回収売払3月の資源回収', '785,789円に、上の差4,000円を合わせた789,789円が、次年度繰越金です']) expect(paper).toContain(said);
}
