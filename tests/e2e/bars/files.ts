// R08, R09 and R10: old files and files with mistakes, seen before anything is written, in the encoding that they are in.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { intake } from '../../../ui/src/strings/ja/intake';
import { lists } from '../../../ui/src/strings/ja/lists';
import { roster } from '../../../ui/src/strings/ja/roster';
import { nothingFound } from '../desk/axe';
import { fixture } from '../desk/programs';
import { choose, exactly, reach, see, shownText, use, type Seat } from '../desk/seat';
import { firstStart } from '../journeys/first-start';

/** From the choice of a file to the page of its headings. */
async function begin(seat: Seat, file: string): Promise<void> {
  await use(seat, exactly(app.areas.settings));
  await use(seat, intake.chooseTitle);
  await use(seat, `${intake.kinds.roster.title}　${intake.begin}`);
  // What was begun before is still there, at the step where it was left.
  await see(seat, ...intake.steps);
  while (!(await shownText(seat)).includes(intake.pick)) await use(seat, exactly(intake.back));
  await seat.willPick(file);
  await seat.press('Control+Enter');
  await see(seat, intake.headingLead);
}

async function onwards(seat: Seat, ...marks: string[]): Promise<void> {
  for (const mark of marks) {
    await seat.press('Control+Enter');
    await see(seat, mark);
  }
}

export async function filesOfForty(seat: Seat): Promise<void> {
  await firstStart(seat);
  await begin(seat, fixture('sheets/名簿_わるい.xlsx'));
  await onwards(seat, intake.columnsNext, intake.issues);
  for (const cell of ['B5', 'B6', 'B7', 'H8', 'H9', 'F10', 'G10', 'F11']) await see(seat, intake.place('名簿', cell));
  await seat.picture('bars-r08-issues');
  await nothingFound(seat, 'what is wrong with a file');
  await use(seat, exactly(app.areas.roster));
  await see(seat, roster.emptyTitle);

  await begin(seat, fixture('sample/名簿_旧.xls'));
  await onwards(seat, intake.columnsNext, intake.issues, intake.summary(['新しい人 180人']), intake.done);
  await use(seat, exactly(app.areas.roster));
  await see(seat, '180人。');
  await seat.press('Control+z');
  await see(seat, roster.emptyTitle);
  await seat.press('Control+y');
  await see(seat, '180人。');
  await seat.picture('bars-r09-old-file');

  await begin(seat, fixture('sample/名簿_sjis.csv'));
  await see(seat, '瀨戸　一郎', 'ﾏﾅﾍﾞ ﾖｳｺ');
  await reach(seat, intake.encoding);
  const encoding = () => seat.ask(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.label ?? '');
  expect(await encoding()).toBe(intake.encodings.Shift_JIS);
  await seat.picture('bars-r10-found');
  await nothingFound(seat, 'the encoding of a file');
  await choose(seat, intake.encoding, intake.encodings['EUC-JP']);
  await expect.poll(() => shownText(seat), { message: 'read in another encoding' }).not.toMatch(/シート「名簿_sjis」[^]*瀨戸　一郎/);
  await seat.picture('bars-r10-other');
  await reach(seat, intake.encoding);
  await seat.press('Home');
  await see(seat, '瀨戸　一郎');
  await onwards(seat, intake.columnsNext, intake.issues);
  await see(seat, /同じ人[^\n]*\n?\s*180/);

  await use(seat, exactly(app.areas.roster));
  await use(seat, roster.print);
  await see(seat, lists.kindLeads.list);
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  const words = execFileSync('pdftotext', ['-layout', pdf!, '-'], { encoding: 'utf8' });
  for (const name of ['髙橋', '瀨戸', '𠮷田']) expect(words).toContain(name);
}
