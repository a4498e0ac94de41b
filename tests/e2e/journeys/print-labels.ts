// From somebody's roster with everything wrong in it to a sheet of labels on which nothing is cut.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { intake } from '../../../ui/src/strings/ja/intake';
import { lists } from '../../../ui/src/strings/ja/lists';
import { roster } from '../../../ui/src/strings/ja/roster';
import { nothingFound } from '../desk/axe';
import { fixture } from '../desk/programs';
import { choose, exactly, goTo, see, use, type Seat } from '../desk/seat';
import { firstStart } from './first-start';
import { takeIn } from './import-roster';

const PEOPLE = 8;

export async function printLabels(seat: Seat): Promise<void> {
  await firstStart(seat);
  await takeIn(seat, 'roster', fixture('sheets/名簿_わるい.xlsx'), { isPictured: false });
  await see(seat, intake.done, `${PEOPLE}`);
  await goTo(seat, app.areas.roster);
  await see(seat, `${PEOPLE}人。`);
  await use(seat, roster.print);
  await use(seat, lists.kinds.labels);
  await see(seat, lists.shiftLead);
  await choose(seat, exactly(lists.paper), '12面');
  await see(seat, `${PEOPLE}人`);
  await seat.picture('labels-1-sheet');
  await nothingFound(seat, 'labels');
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  const words = execFileSync('pdftotext', ['-layout', pdf!, '-'], { encoding: 'utf8' });
  for (const line of ['青木　一　様', '木村　九　様', '高松市桜町1-1']) expect(words.replace(/[ 　]+/g, '')).toContain(line.replace(/　/g, ''));
}
