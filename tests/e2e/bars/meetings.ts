// The general meeting of 576 households: the door, proxies by the pile, the sentence to be read out, a vote, the minutes.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { booklet } from '../../../ui/src/strings/ja/booklet';
import { saidOf } from '../../../ui/src/strings/ja/meeting-ways';
import { meetings as words } from '../../../ui/src/strings/ja/meetings';
import { nothingFound } from '../desk/axe';
import { backTo, choose, exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const said = saidOf(false);

/** A radio button is a name within its group: the keyboard walks there and chooses it with the arrows. */
async function pick(seat: Seat, first: string, steps: number): Promise<void> {
  await reach(seat, exactly(first));
  for (let step = 0; step < steps; step += 1) await seat.press('ArrowDown');
}

async function pile(seat: Seat, numbers: string): Promise<void> {
  await fill(seat, exactly(words.numbers), numbers);
  await use(seat, exactly(words.mark));
}

/** M01, M02, M03, M04, M06 */
export async function generalMeeting(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.meetings);
  await see(seat, words.emptyTitle);
  await seat.picture('meetings-1-none');
  await nothingFound(seat, 'no meeting yet');
  await use(seat, exactly(words.add));
  await see(seat, words.newLead);
  await fill(seat, said.held, 'R8.3.22');
  await fill(seat, words.begins, '14:00');
  await fill(seat, words.place, '見本コミュニティセンター');
  await fill(seat, words.chair, '見本　議長');
  await seat.press('Control+Enter');
  await see(seat, said.noRoll, words.noItems, words.calledBy, words.notCompared);
  await nothingFound(seat, 'a new meeting');
  await choose(seat, words.matter, words.matters.free);
  await fill(seat, words.itemTitle, '除雪機を買う（案）');
  await use(seat, exactly(words.addIt));
  await see(seat, '第1号議案　除雪機を買う（案）');

  await seat.press('Control+Enter');
  await see(seat, words.rollLead);
  await fill(seat, words.rollCount, '576');
  await use(seat, exactly(words.makeRoll));
  await see(seat, words.shown(60, 576));
  await pile(seat, '52-385');
  await see(seat, '番号 52〜385 を「委任」にしました（334件）');
  await pile(seat, '52, 600');
  await see(seat, 'この会議にない番号があります（600）');
  await seat.picture('meetings-2-wrong-number');
  await nothingFound(seat, 'a number that nobody has');
  await backTo(seat, [words.standings.proxy]);
  for (let step = 0; step < 3; step += 1) await seat.press('ArrowDown');
  await pile(seat, '1-51');
  await see(seat, words.met, '本人の出席51団体、委任状334通、合わせて385団体', words.openMeeting, words.fixRoll, words.chairUnknown);
  await seat.picture('meetings-3-quorum');
  await nothingFound(seat, 'the door of a meeting');

  await use(seat, exactly(words.toMeeting));
  await see(seat, words.agenda);
  await use(seat, words.resultOf('第1号議案　除雪機を買う（案）'));
  await see(seat, words.voting);
  await pick(seat, words.methods.no_objection, 1);
  await use(seat, exactly(words.record));
  await see(seat, '拍手により、表決した385団体全員（出席者51、委任状334）の賛成で、原案のとおり可決されました。');
  await seat.picture('meetings-4-result');
  await nothingFound(seat, 'the result of an item');
  await use(seat, exactly(words.toMeeting));
  await see(seat, words.papers);
  const [pdf] = await seat.filesOf(() => use(seat, words.asPdf(words.minutes)));
  const minutes = execFileSync('pdftotext', ['-layout', pdf!, '-'], { encoding: 'utf8' });
  expect(minutes.replaceAll(/\s/g, '')).toMatch(/委任状334通.*第1号議案除雪機を買う（案）.*全員（出席者51、委任状334）の賛成で/);
  await bound(seat);
}

/** M01: the booklet of the meeting, seen and folded. */
async function bound(seat: Seat): Promise<void> {
  await use(seat, exactly(words.booklet));
  await see(seat, booklet.live, booklet.flatHint);
  await seat.picture('meetings-5-booklet');
  await nothingFound(seat, 'the booklet of a meeting');
  await pick(seat, booklet.binds.a4, 1);
  await see(seat, booklet.foldedHint(1));
  const [pdf] = await seat.filesOf(() => use(seat, exactly(booklet.pdf)));
  const read = (tool: string, ...asked: string[]) => execFileSync(tool, [...asked], { encoding: 'utf8' });
  expect(read('pdfinfo', pdf!)).toMatch(/Pages: +2\n[^]*Page size: +1190\.55 x 841\.89/);
  expect(read('pdftotext', '-layout', pdf!, '-').replaceAll(/\s/g, '')).toMatch(/第1号議案除雪機を買う（案）3/);
}
