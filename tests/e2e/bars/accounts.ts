// The bars of book-keeping that no journey shows.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { advances } from '../../../ui/src/strings/ja/advances';
import { app } from '../../../ui/src/strings/ja/app';
import { office } from '../../../ui/src/strings/ja/office';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { fillSlip } from '../desk/slip';
import { openBooks, openSample } from '../journeys/sample';

/** 20,000 yen are handed out of the cash box, as far as it is typed. */
export async function typeAdvance(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, '49,295');
  await goTo(seat, accounts.tabs['accounts/advances']);
  await see(seat, advances.emptyTitle);
  await seat.press('Control+Enter');
  await see(seat, advances.giveLead);
  await fill(seat, advances.holder, '見本 花子');
  await fill(seat, advances.purpose, '防災訓練の買い出し');
  await fill(seat, accounts.amount, '2万');
  await choose(seat, accounts.from, '現金');
  await fill(seat, advances.givenOn, '3/1');
}

/** K01: money is handed out, and comes back as two receipts and the change. */
export async function advanceIsSettled(seat: Seat): Promise<void> {
  await openSample(seat);
  await typeAdvance(seat);
  await fill(seat, advances.due, '3/10');
  await seat.picture('advance-1-give');
  await seat.press('Control+Enter');

  await see(seat, advances.lead(1), advances.overdue);
  await seat.picture('advance-2-open');
  await nothingFound(seat, 'the list of advances');
  await use(seat, /^見本 花子$/);
  await see(seat, advances.settleLead);
  await cost(seat, '12,300');
  await see(seat, '7,700');
  await use(seat, advances.addCost);
  await cost(seat, '6千');
  await see(seat, '18,300', '1,700');
  await fill(seat, advances.settledOn, '3/10');
  await choose(seat, advances.backTo, '現金');
  await seat.picture('advance-3-settle');
  await nothingFound(seat, 'the settlement of an advance');
  await seat.press('Control+Enter');

  await see(seat, advances.lead(0), advances.settled);
  await goTo(seat, accounts.tabs.accounts);
  await see(seat, '30,995', accounts.lead('5,829,906', '5,757,091'));
  await seat.picture('advance-4-book');
}

/** The fields of the next receipt of a settlement. */
async function cost(seat: Seat, amount: string): Promise<void> {
  await fillSlip(seat, { on: '3/9', counterparty: '見本食料品店', description: '非常食', item: '消耗品費', amount });
}

/** K09: a wrong amount is corrected in one step; both stay in the book, and one undo takes the correction back. */
export async function entryIsCorrected(seat: Seat): Promise<void> {
  await openBooks(seat);
  await use(seat, /^R7.4.2/);
  await see(seat, accounts.entryTitle(accounts.kinds.expense), '911円');
  await use(seat, accounts.correct);
  await see(seat, accounts.correctLead);
  await fill(seat, accounts.correctReason, '金額の書きまちがい');
  await fill(seat, new RegExp(`^${accounts.amount}`), '1,234');
  await seat.picture('correct-1-slip');
  await nothingFound(seat, 'the correction of an entry');
  await seat.press('Control+Enter');

  await see(seat, accounts.entryTitle(accounts.kinds.expense), '1,234円', '金額の書きまちがい');
  await goTo(seat, accounts.back);
  await see(seat, accounts.isVoid);
  await goTo(seat, app.areas.accounts);
  await see(seat, '188件', /[−△▲-]911/, '1,234');
  await seat.picture('correct-2-book');
  await correctionIsTold(seat);
  await goTo(seat, app.areas.accounts);
  await see(seat, '188件');
  await use(seat, app.undo);
  await see(seat, '186件');
}

/** The history says who did it, and what stood there before and what stands there now. */
async function correctionIsTold(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.settings);
  await use(seat, office.settings.history);
  await see(seat, /「[^」]*911円」を「1,234円」に訂正しました/);
  await use(seat, office.history.details);
  await see(seat, '金額の書きまちがい');
  const who = await seat.ask(() => document.querySelector('main li .who')?.textContent);
  expect(who, 'the specimen has a passphrase of nobody').toBe('事務局');
  await seat.picture('correct-3-history');
  await nothingFound(seat, 'an act of the history with what it changed');
}

/** K01: who was paid before stands below the field while it is typed, and brings the 科目 along; what is left of it is seen. */
export async function payeeIsPicked(seat: Seat): Promise<void> {
  await openBooks(seat);
  await seat.press('Control+Enter');
  await see(seat, accounts.recordLeads.expense);
  await fillSlip(seat, { on: '3/12', counterparty: '新顔商店', description: '模造紙', item: '消耗品費', amount: '1,200' });
  await choose(seat, accounts.from, '現金');
  await seat.press('Control+Enter');
  await see(seat, '「模造紙 1,200円」を記帳しました');

  await fill(seat, accounts.counterparty, '新顔');
  await seat.press('ArrowDown');
  await seat.press('Enter');
  await see(seat, accounts.last('模造紙', '1,200', 'R8.3.12'), '消耗品費の予算');
  await fill(seat, accounts.description, '模');
  await seat.press('ArrowDown');
  await seat.press('Enter');
  await fill(seat, accounts.amount, '800');
  await seat.picture('payee-1-picked');
  await nothingFound(seat, 'a payee who was picked');
  await seat.press('Control+Enter');
  await see(seat, '「模造紙 800円」を記帳しました');
}

/** K01: tea for twelve of a 部会, above what the grant pays a head, laid out by somebody; then taken back with its reason. */
export async function teaForTwelve(seat: Seat): Promise<void> {
  await openBooks(seat);
  await seat.press('Control+Enter');
  await see(seat, accounts.recordLeads.expense);
  await fillSlip(seat, { on: '3/12', counterparty: '見本商店', description: '役員会の茶菓', item: '会議費', amount: '5,000' });
  await choose(seat, accounts.from, '現金');
  await choose(seat, accounts.funding, '地域まちづくり交付金');
  await reach(seat, exactly(accounts.eligibilities.eligible));
  await seat.press('Space');
  await fill(seat, exactly(accounts.heads('人')), '１２');
  await see(seat, accounts.splitOverCap('1,400'));
  await reach(seat, accounts.splitOverCap('1,400'));
  await seat.press('Space');
  await choose(seat, exactly(accounts.committee), '防災部会');
  await use(seat, accounts.further);
  await fill(seat, accounts.reimbursed, '見本 花子');
  await see(seat, accounts.left('190,949'));
  await seat.picture('tea-1-slip');
  await nothingFound(seat, 'a slip with heads, 部会 and who laid out the money');
  await seat.press('Control+Enter');
  await see(seat, '「役員会の茶菓');
  await takenBack(seat);
}

/** Two entries came of it; taking back the one that the grant pays takes its other half along. */
async function takenBack(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, '188件', accounts.lead('5,829,906', '5,743,791'));
  await seat.press('Control+k');
  await seat.type('役員会の茶菓 3600');
  await see(seat, /[12]件見つかりました/);
  await seat.press('ArrowDown');
  await seat.press('Enter');
  await see(seat, accounts.entryTitle(accounts.kinds.expense), '防災部会', accounts.people(12), '見本 花子');
  await see(seat, accounts.halves, accounts.half('自主財源', '1,400'));
  await use(seat, exactly(accounts.correct));
  await see(seat, accounts.correctHalves, accounts.half('自主財源', '1,400'));
  await seat.picture('tea-2-correct');
  await nothingFound(seat, 'half of a slip that is to be corrected');
  await use(seat, accounts.half('自主財源', '1,400'));
  await see(seat, accounts.half('地域まちづくり交付金', '3,600'));
  await use(seat, accounts.half('地域まちづくり交付金', '3,600'));
  await see(seat, accounts.half('自主財源', '1,400'));
  await use(seat, exactly(accounts.makeVoid));
  await see(seat, accounts.makeVoidLead);
  await use(seat, exactly(accounts.makeVoidDo));
  await see(seat, /理由[^\n]*ください/);
  await fill(seat, exactly(accounts.makeVoidReason), '二度入れた');
  await seat.picture('tea-3-void');
  await nothingFound(seat, 'an entry being taken back');
  await use(seat, exactly(accounts.makeVoidDo));
  await see(seat, accounts.isVoid, accounts.voidedBy);
  await use(seat, exactly(accounts.voidedBy));
  await see(seat, accounts.voids, '二度入れた');
  await goTo(seat, app.areas.accounts);
  await see(seat, '190件', '49,295円');
}
