// (b) In the specimen council an expense paid by the grant is recorded: what it does is seen before, and after.

import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { home } from '../../../ui/src/strings/ja/home';
import { nothingFound } from '../desk/axe';
import { openSample } from './sample';
import { choose, exactly, goTo, reach, see, use, type Seat } from '../desk/seat';
import { fillSlip } from '../desk/slip';

export async function recordExpense(seat: Seat): Promise<void> {
  await openSample(seat);
  await seat.picture('expense-1-home');
  await nothingFound(seat, 'the home of the specimen');
  await see(seat, home.figures, '46.9', '194,549');

  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('5,829,906', '5,738,791'));
  await seat.picture('expense-2-book');
  await nothingFound(seat, 'the cash book');
  await seat.press('Control+Enter');

  await see(seat, accounts.recordLeads.expense);
  await fillSlip(seat, { on: '3/12', counterparty: '桜町文具店', description: 'コピー用紙', item: '消耗品費', amount: '３千' });
  await choose(seat, accounts.from, '現金');
  await choose(seat, accounts.funding, '地域まちづくり交付金');
  await see(seat, accounts.left('194,549'));
  await reach(seat, exactly(accounts.eligibilities.eligible));
  await seat.press('Space');
  await reach(seat, accounts.hasReceiptField);
  await seat.press('Space');
  await see(seat, accounts.left('191,549'));
  await seat.picture('expense-3-slip');
  await nothingFound(seat, 'the slip');
  await seat.press('Control+Enter');
  await see(seat, app.undo, '記帳しました');

  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('5,829,906', '5,741,791'));
  await goTo(seat, accounts.tabs['accounts/budget']);
  await see(seat, '5,741,791');
  await seat.picture('expense-4-budget');
  await nothingFound(seat, 'the budget');
  await goTo(seat, app.areas.grants);
  await see(seat, '191,549');
  await seat.picture('expense-5-grant');
  await nothingFound(seat, 'the grant');

  await use(seat, app.undo);
  await see(seat, '194,549');
}
