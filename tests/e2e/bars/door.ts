// The door by keyboard: who comes for whom, a proxy and a vote by the electronic way, each pressed beside its name.

import { app } from '../../../ui/src/strings/ja/app';
import { meetings as words } from '../../../ui/src/strings/ja/meetings';
import { nothingFound } from '../desk/axe';
import { backTo, exactly, fill, focused, reach, see, type Seat, use } from '../desk/seat';
import { callMeeting } from '../journeys/call-meeting';
import { openSample } from '../journeys/sample';

const { deputy, electronic, open, proxy } = words.standings;

/** M04 */
export async function everyWayAtTheDoor(seat: Seat): Promise<void> {
  await openSample(seat);
  await callMeeting(seat);
  await press(seat, 7, deputy);
  await fill(seat, exactly(words.deputy), '見本　花子');
  // The name waits while somebody else's line is looked up.
  await find(seat, '8');
  await see(seat, words.shown(1, 1), words.now(open));
  await find(seat, '7');
  await see(seat, words.shown(1, 1), words.now(deputy));
  await use(seat, exactly(words.writeDeputy));
  await see(seat, words.now(`${deputy}　見本　花子`));
  // A second press of the same button takes nothing away.
  await backTo(seat, [deputy]);
  await seat.press('Enter');
  await press(seat, 8, proxy);
  await see(seat, words.now(`${proxy}　${words.holders.chair}`));
  await press(seat, 9, electronic);
  await seat.picture('door-1-ways');
  await nothingFound(seat, 'every way at the door');
  await find(seat, '7');
  await see(seat, words.shown(1, 1), words.now(`${deputy}　見本　花子`));
  await use(seat, app.undo);
  await find(seat, '9');
  await see(seat, words.shown(1, 1), words.now(open));
}

/** The search of the whole window bears the same name and stands before the work. */
async function find(seat: Seat, typed: string): Promise<void> {
  await use(seat, exactly(app.skip));
  await fill(seat, exactly(words.find), typed);
}

/** The line of a number is found, and its button reached with the arrows. */
async function press(seat: Seat, number: number, way: string): Promise<void> {
  await find(seat, String(number));
  await see(seat, words.shown(1, 1), words.now(open));
  await reach(seat, exactly(open));
  for (let step = 0; step < 7 && (await focused(seat)) !== way; step += 1) await seat.press('ArrowRight');
  await seat.press('Enter');
  await see(seat, words.now(way));
}
