// What the passbook and the box say at the end of the year, typed and found to agree with the books.

import { closing } from '../../../ui/src/strings/ja/closing';
import { fill, see, use, type Seat } from './seat';

export async function stateBalances(seat: Seat, cash: string, bank: string): Promise<void> {
  await fill(seat, closing.statedOf('現金', true), cash);
  await fill(seat, closing.statedOf('普通預金', false), bank);
  await use(seat, closing.saveBalances);
  for (const stated of [cash, bank]) await see(seat, new RegExp(`${closing.bookOf(stated)}[^\\n]*${closing.agrees}`));
}
