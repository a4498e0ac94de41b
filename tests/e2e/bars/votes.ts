// 書面表決書 by name: a voter is found, the slip is marked item by item, seen in the row, and taken back.

import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { saidOf } from '../../../ui/src/strings/ja/meeting-ways';
import { meetings as words } from '../../../ui/src/strings/ja/meetings';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, goTo, reach, see, shownText, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const said = saidOf(true);

/** So many marks before the last, which says that there is none. */
async function markNext(seat: Seat, steps: number): Promise<void> {
  await reach(seat, exactly(words.noMark));
  for (let step = 0; step < steps; step += 1) await seat.press('ArrowUp');
}

/** What is not asked or offered where nobody comes together. */
async function lacks(seat: Seat, ...all: string[]): Promise<void> {
  const shown = await shownText(seat);
  for (const one of all) expect(shown, `${one} is for those who come`).not.toContain(one);
}

/** M03, M05 */
export async function votesByName(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.meetings);
  await see(seat, words.emptyTitle);
  await use(seat, exactly(words.add));
  await see(seat, words.newLead);
  await see(seat, words.begins, words.placeHint, words.chair);
  await reach(seat, words.writtenText);
  await seat.press('Space');
  await see(seat, said.held, words.agreed);
  await lacks(seat, words.begins, words.ends, words.placeHint, words.chair);
  await seat.picture('votes-0-form');
  await nothingFound(seat, 'the form of a meeting in writing');
  await fill(seat, said.held, 'R8.3.22');
  await fill(seat, words.slipsDue, 'R8.3.20');
  await seat.press('Control+Enter');
  await see(seat, said.noRoll, '令和8年3月20日', words.comesBackTo, said.reception, words.asPdf(said.noticePaper));
  await lacks(seat, words.lacksAgreement, words.guests, words.chair, words.asPdf(saidOf(false).noticePaper));
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
  await see(seat, said.sentence, words.shown(26, 26));
  await lacks(seat, words.seat, words.proxies);
  await seat.picture('votes-0-count');
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

  await use(seat, exactly(words.toMeeting));
  await see(seat, words.asPdf(said.slipsPaper), words.asPdf(words.minutes));
  await lacks(seat, words.asPdf(words.receptionPaper), words.guests);
  await seat.picture('votes-3-papers');
}
