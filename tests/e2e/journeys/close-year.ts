// (k) March: the passbook differs by one yen, is put right, the year is closed, and April begins with what was left. Then
// two people open it again, which stays written down and is printed for the auditors.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { closing as words } from '../../../ui/src/strings/ja/closing';
import { nothingFound } from '../desk/axe';
import { printed } from '../desk/paper';
import { exactly, fill, goTo, see, use, type Seat } from '../desk/seat';
import { openSample } from './sample';

export async function closeYear(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('5,829,906', '5,738,791'));
  await goTo(seat, accounts.tabs['accounts/closing']);
  await see(seat, words.inTheWay, '令和8年3月31日の残高が入っていません');
  await seat.picture('closing-1-checks');
  await nothingFound(seat, 'the checks before closing');

  await fill(seat, words.statedOf('現金', true), '４９，２９５');
  await fill(seat, words.statedOf('普通預金', false), '738,495');
  await use(seat, words.saveBalances);
  await see(seat, words.differsLess('1'), '残高が△1円ちがいます');
  await seat.picture('closing-2-differs');
  await fill(seat, words.statedOf('普通預金', false), '738,494');
  await use(seat, words.saveBalances);
  await see(seat, `${words.bookOf('738,494')}　${words.agrees}`);
  await fill(seat, words.by, '会長　見本');
  await use(seat, exactly(words.close));
  await see(seat, words.closedTitle, words.intact, words.nextTitle('令和8年度'), '787,789');
  await seat.picture('closing-3-closed');
  await nothingFound(seat, 'a closed year');

  await use(seat, words.reopenTitle);
  await fill(seat, words.chair, '見本　一郎');
  await fill(seat, words.auditor, '見本　花子');
  await fill(seat, words.reason, '利息の記帳もれ');
  await use(seat, exactly(words.reopen));
  await see(seat, words.reopenedTitle, '利息の記帳もれ', words.checksTitle);
  await seat.picture('closing-4-reopened');
  await nothingFound(seat, 'a year opened again');
  const paper = (await printed(seat, '監査資料')).replaceAll(/\s/g, '');
  expect(paper).toContain('※この年度の締めは、令和8年3月14日に会長見本一郎、監事見本花子が取りやめました。理由：利息の記帳もれ');
}
