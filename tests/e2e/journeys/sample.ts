// 見本を見る — the specimen council, made from its own files.

import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { home } from '../../../ui/src/strings/ja/home';
import { office } from '../../../ui/src/strings/ja/office';
import { Hand } from '../desk/hand';
import { goTo, see, use, type Seat } from '../desk/seat';

export async function openSample(seat: Seat): Promise<void> {
  await use(seat, office.start.sampleDoor);
  await see(seat, app.sample, home.due);
}

/** The specimen's 会計 with all its entries there, and then one of its tabs. */
export async function openBooks(seat: Seat, tab?: keyof typeof accounts.tabs): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.accounts);
  await see(seat, '186件');
  if (tab !== undefined) await goTo(seat, accounts.tabs[tab]);
}

/** The same by finger. */
export async function tapSample(seat: Seat): Promise<Hand> {
  const hand = new Hand(seat);
  await hand.tap(office.start.sampleDoor);
  await see(seat, app.sample, home.due);
  return hand;
}

/** A new expense by finger. */
export async function tapNewSlip(seat: Seat): Promise<Hand> {
  const hand = await tapSample(seat);
  await hand.tap(app.areas.accounts);
  await see(seat, accounts.lead('5,829,906', '5,738,791'));
  await hand.tap(accounts.record);
  return hand;
}
