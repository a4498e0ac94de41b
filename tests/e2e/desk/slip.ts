// What every slip of the cash book asks for.

import { accounts } from '../../../ui/src/strings/ja/accounts';
import { fill, type Seat } from './seat';

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
