// 書面表決書 by name: a voter is found, the slip is marked item by item, seen in the row, and taken back.

import { app } from '../../../ui/src/strings/ja/app';
import { meetings as words } from '../../../ui/src/strings/ja/meetings';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

/** So many marks before the last, which says that there is none. */
async function markNext(seat: Seat, steps: number): Promise<void> {
  await reach(seat, exactly(words.noMark));
  for (let step = 0; step < steps; step += 1) await seat.press('ArrowUp');
}

/** M03, M05 */
export async function votesByName(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.meetings);
  await see(seat, words.emptyTitle);
  await use(seat, exactly(words.add));
  await see(seat, words.newLead);
  await fill(seat, words.held, 'R8.3.22');
  await reach(seat, words.writtenText);
  await seat.press('Space');
  await fill(seat, words.slipsDue, 'R8.3.20');
  await seat.press('Control+Enter');
  await see(seat, words.noRoll, words.lacksAgreement, '令和8年3月20日');
  await seat.picture('votes-0-meeting');
  for (const title of ['除雪機を買う（案）', '看板の建て替え（案）']) {
    await choose(seat, words.matter, words.matters.free);
    await fill(seat, words.itemTitle, title);
    await use(seat, exactly(words.addIt));
    await see(seat, new RegExp(`第.号議案　${title}`));
  }
  await seat.press('Control+Enter');
  await see(seat, words.rollLead);
  await use(seat, exactly(words.makeRoll));
  await see(seat, words.cameBack, words.shown(26, 26));
  await fill(seat, words.find, '栗林町一丁目東');
  await see(seat, words.shown(1, 1));
  await reach(seat, exactly(words.standings.open));
  await seat.press('ArrowRight');
  await seat.press('Enter');
  await see(seat, words.slipUnwritten);

  await use(seat, /^賛否を見る・直す/);
  await see(seat, words.writeSlip);
  await markNext(seat, 3);
  await markNext(seat, 2);
  await seat.picture('votes-1-slip');
  await nothingFound(seat, 'the slip of one voter');
  await use(seat, exactly(words.writeSlip));
  await see(seat, '第1号 賛成・第2号 反対');
  await seat.picture('votes-2-row');
  await nothingFound(seat, 'the row of a voter who voted in writing');
  await use(seat, exactly(app.undo));
  await see(seat, words.slipUnwritten);
}
