// What every slip of the cash book asks for.

import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { choose, exactly, fill, goTo, reach, see, type Seat } from './seat';

export interface Slip {
  on: string;
  counterparty: string;
  description: string;
  item: string;
  amount: string;
}

/** Types the fields that every slip has; from which purse, out of which grant and the rest are the caller's. */
export async function fillSlip(seat: Seat, slip: Slip): Promise<void> {
  await fill(seat, accounts.on, slip.on);
  await fill(seat, accounts.counterparty, slip.counterparty);
  await fill(seat, accounts.description, slip.description);
  await fill(seat, accounts.itemField, slip.item);
  await fill(seat, accounts.amount, slip.amount);
}

const KINDS = ['expense', 'income', 'transfer'] as const;

/** A slip of this kind is opened, from wherever the reader is. */
export async function beginSlip(seat: Seat, kind: (typeof KINDS)[number]): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.tabs['accounts/budget']);
  await seat.press('Control+Enter');
  await see(seat, accounts.recordLeads.expense);
  if (kind === 'expense') return;
  await reach(seat, exactly(accounts.kinds.expense));
  for (let step = 0; step < KINDS.indexOf(kind); step += 1) await seat.press('ArrowDown');
  await see(seat, accounts.recordLeads[kind]);
}

/** Money of a grant comes into the bank account. */
export async function receiveGrant(seat: Seat, grant: string, slip: Pick<Slip, 'on' | 'counterparty' | 'description' | 'amount'>): Promise<void> {
  await beginSlip(seat, 'income');
  await fillSlip(seat, { ...slip, item: '地域まちづくり交付金' });
  await choose(seat, accounts.into, '普通預金');
  await choose(seat, accounts.incomeGrant, grant);
  await seat.press('Control+Enter');
  await see(seat, `「${slip.description}`);
}
