// Which money pays, and whether the rules let it, where an expense is written on no slip: out of an advance, and every month.

import { accounts } from '../../../ui/src/strings/ja/accounts';
import { advances } from '../../../ui/src/strings/ja/advances';
import { app } from '../../../ui/src/strings/ja/app';
import { recurring } from '../../../ui/src/strings/ja/recurring';
import { slips } from '../../../ui/src/strings/ja/slips';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, goTo, reach, type Seat, see, use } from '../desk/seat';
import { fillSlip } from '../desk/slip';
import { openBooks, openSample } from '../journeys/sample';
import { typeAdvance } from './accounts';

const GRANT = '地域まちづくり交付金';

/** 財源 and 対象 of what is being typed. */
async function charge(seat: Seat): Promise<void> {
  await choose(seat, accounts.funding, GRANT);
  await reach(seat, exactly(accounts.eligibilities.eligible));
  await seat.press('Space');
}

/** Tea for twelve above its cap, with the part that own funds bear put aside. */
async function tea(seat: Seat): Promise<void> {
  await charge(seat);
  await see(seat, accounts.heads('人'));
  await fill(seat, exactly(accounts.heads('人')), '12');
  await see(seat, accounts.splitOverCap('1,400'));
  await reach(seat, accounts.splitOverCap('1,400'));
  await seat.press('Space');
}

/** K01 B07: two receipts of an advance, one against the rules with its reason, one above the cap a head. */
export async function advanceByTheRules(seat: Seat): Promise<void> {
  await openSample(seat);
  await typeAdvance(seat);
  await seat.press('Control+Enter');
  await see(seat, advances.lead(1));
  await use(seat, /^見本 花子$/);
  await see(seat, advances.settleLead);
  await fillSlip(seat, { on: '3/9', counterparty: '見本商店', description: '役員の懇親会', item: '会議費', amount: '12,000' });
  await charge(seat);
  await see(seat, '会議費の予算', accounts.reason, '8,000');
  await seat.picture('advance-rules-1-against');
  await nothingFound(seat, 'a receipt of an advance against the rules');
  await fill(seat, advances.settledOn, '3/10');
  await choose(seat, advances.backTo, '現金');
  await seat.press('Control+Enter');
  await see(seat, /「対象」にするには、理由が要ります/);
  await fill(seat, accounts.reason, '市の担当課に確かめた');
  await use(seat, advances.addCost);
  await fillSlip(seat, { on: '3/9', counterparty: '見本商店', description: '役員会の茶菓', item: '会議費', amount: '5,000' });
  await tea(seat);
  await see(seat, '3,000');
  await seat.picture('advance-rules-2-cap');
  await nothingFound(seat, 'a receipt of an advance above a cap');
  await seat.press('Control+Enter');
  await see(seat, advances.lead(0), advances.settled);
  await goTo(seat, accounts.tabs.accounts);
  await see(seat, accounts.lead('5,829,906', '5,755,791'));
}

/** K01 B07: what comes every month asks for heads and for a reason, says what is left, and each month is parted at the cap. */
export async function monthByTheRules(seat: Seat): Promise<void> {
  await openBooks(seat, 'accounts/recurring');
  await see(seat, recurring.emptyTitle);
  await seat.press('Control+Enter');
  await see(seat, recurring.newTitle, accounts.afterNone);
  await fill(seat, accounts.counterparty, '見本商店');
  await fill(seat, accounts.description, '役員の懇親会');
  await fill(seat, accounts.itemField, '会議費');
  await fill(seat, accounts.amount, '5,000');
  await choose(seat, accounts.from, '現金');
  await charge(seat);
  await see(seat, '会議費の予算', accounts.reason);
  await fill(seat, new RegExp(`^${recurring.day}`), '9');
  await fill(seat, recurring.from, '8/3/1');
  await seat.press('Control+Enter');
  await see(seat, /「対象」にするには、理由が要ります/);
  await seat.picture('recurring-rules-1-against');
  await nothingFound(seat, 'what recurs against the rules');
  await fill(seat, exactly(accounts.description), '役員会の茶菓');
  await tea(seat);
  await seat.picture('recurring-rules-2-cap');
  await nothingFound(seat, 'what recurs above a cap');
  await seat.press('Control+Enter');
  await see(seat, recurring.record('3月分'));
  await use(seat, new RegExp(recurring.record('3月分')));
  await see(seat, recurring.done(1));
  await goTo(seat, app.areas.accounts);
  await see(seat, '188件', accounts.lead('5,829,906', '5,743,791'));
}

/** K01 B07: a slip typed in its row says what is left, what the rules say and what is above the cap; the hands stay at the next one. */
export async function slipByTheRules(seat: Seat): Promise<void> {
  await openBooks(seat, 'accounts/slips');
  await see(seat, slips.typeLead);
  await fill(seat, new RegExp(`^${accounts.voucher}`), '905');
  await fillSlip(seat, { on: '3/9', counterparty: '見本商店', description: '役員会の茶菓', item: '会議費', amount: '5,000' });
  await choose(seat, accounts.purse, '現金');
  await tea(seat);
  await see(seat, '会議費の予算', accounts.left('190,949'), accounts.eligibilities.unclear, '一人1日300円まで', '44,295円');
  await seat.picture('slips-rules-1-cap');
  await nothingFound(seat, 'a slip in its row above a cap');
  await seat.press('Control+Enter');
  await see(seat, '「役員会の茶菓');
  await goTo(seat, app.areas.accounts);
  await see(seat, '188件', accounts.lead('5,829,906', '5,743,791'));
}
