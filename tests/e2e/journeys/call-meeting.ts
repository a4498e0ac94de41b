// A meeting as it stands before its day: called, with an item and its roll.

import { app } from '../../../ui/src/strings/ja/app';
import { saidOf } from '../../../ui/src/strings/ja/meeting-ways';
import { meetings as words } from '../../../ui/src/strings/ja/meetings';
import { choose, exactly, fill, goTo, see, use, type Seat } from '../desk/seat';

const said = saidOf(false);

/** Leads to the door of the meeting; answers with its address. */
export async function callMeeting(seat: Seat): Promise<string> {
  await goTo(seat, app.areas.meetings);
  await see(seat, words.add);
  await use(seat, exactly(words.add));
  await see(seat, words.newLead);
  await fill(seat, said.held, 'R8.3.22');
  await fill(seat, words.place, '見本コミュニティセンター');
  await seat.press('Control+Enter');
  await see(seat, said.noRoll, words.noItems);
  await choose(seat, words.matter, words.matters.free);
  await fill(seat, words.itemTitle, '除雪機を買う（案）');
  await use(seat, exactly(words.addIt));
  await see(seat, '第1号議案　除雪機を買う（案）');
  const address = await seat.ask(() => location.hash.slice(2));
  await seat.press('Control+Enter');
  await see(seat, words.rollLead);
  await fill(seat, words.rollCount, '24');
  await use(seat, exactly(words.makeRoll));
  await see(seat, words.shown(24, 24));
  return address;
}
