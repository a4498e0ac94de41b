// 役員会: who beside the board has a vote is what 会則 say, and the roll of a meeting that is called follows them.

import { app } from '../../../ui/src/strings/ja/app';
import { saidOf } from '../../../ui/src/strings/ja/meeting-ways';
import { meetingRules as rules } from '../../../ui/src/strings/ja/meeting-rules';
import { meetings as words } from '../../../ui/src/strings/ja/meetings';
import { nothingFound } from '../desk/axe';
import { exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const said = saidOf(false);
/** One of the two 監事 of the specimen. */
const AUDITOR = '久保　誠';

/** M03 */
export async function auditorsVote(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.meetings);
  await see(seat, words.add);
  await use(seat, exactly(words.add));
  await see(seat, words.newLead);
  await reach(seat, exactly(words.kinds.ordinary));
  for (let step = 0; step < 2; step += 1) await seat.press('ArrowDown');
  await fill(seat, said.held, 'R8.3.22');
  await seat.press('Control+Enter');
  await see(seat, said.noRoll, words.noItems);
  await seat.press('Control+Enter');
  await see(seat, words.rollLead);
  await use(seat, exactly(words.makeRoll));
  await finds(seat, 0);

  await use(seat, exactly(words.toMeeting));
  await see(seat, words.calledBy);
  await use(seat, exactly(words.rules));
  await see(seat, rules.notOwn, rules.alsoVote);
  await reach(seat, rules.sideVotes(rules.sides.auditors));
  await seat.press('Space');
  await seat.picture('board-1-rules');
  await nothingFound(seat, 'the rules of 役員会');
  await seat.press('Control+Enter');
  await see(seat, rules.isOwn);
  await use(seat, exactly(words.back));
  await see(seat, words.notCurrent);
  await use(seat, exactly(words.followRules));
  await see(seat, '表決権者の名簿を作り直したので');
  await seat.picture('board-2-followed');
  await seat.press('Control+Enter');
  await finds(seat, 1);
  await see(seat, AUDITOR);
  await seat.picture('board-3-auditor');
}

/** How many of the roll bear the name of the auditor. */
async function finds(seat: Seat, count: number): Promise<void> {
  await see(seat, words.door);
  await fill(seat, words.find, '久保');
  await see(seat, new RegExp(`のうち${count}を出しています`));
}
