// M01: the papers of a general meeting as a booklet of forty pages and more, each of them drawn and kept to be looked at.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { booklet } from '../../../ui/src/strings/ja/booklet';
import { intake } from '../../../ui/src/strings/ja/intake';
import { saidOf } from '../../../ui/src/strings/ja/meeting-ways';
import { meetings as words } from '../../../ui/src/strings/ja/meetings';
import { nothingFound } from '../desk/axe';
import { pagesOf } from '../desk/paper';
import { freshFolder, keepPicture } from '../desk/programs';
import { exactly, fill, see, use, type Seat } from '../desk/seat';
import { open } from '../desk/settled';
import { openSample } from '../journeys/sample';

const OCCASIONS = 24;

export async function bookletOfForty(seat: Seat): Promise<void> {
  await openSample(seat);
  await manyActivities(seat);
  await open(seat, 'meetings/new?year=2026');
  await see(seat, words.newLead);
  await fill(seat, saidOf(false).held, 'R8.4.26');
  await seat.press('Control+Enter');
  await see(seat, words.noItems);
  await use(seat, exactly(words.usual));
  await see(seat, '第1号議案');
  await use(seat, exactly(words.booklet));
  await see(seat, booklet.live, booklet.flatHint, booklet.contents);
  await seat.picture('booklet-1-page');
  await nothingFound(seat, 'the booklet of forty pages');
  const [pdf] = await seat.filesOf(() => use(seat, exactly(booklet.pdf)));
  const pages = pagesOf(pdf!);
  expect(pages.length).toBeGreaterThanOrEqual(40);
  for (const [nth, said] of pages.entries()) expect(said.trim(), `page ${nth + 1} says something`).not.toBe('');
  const all = pages.join('').replaceAll(/\s/g, '');
  for (let nth = 0; nth < OCCASIONS; nth += 1) expect(all, 'every one of them has its sheet').toContain(`第${nth}回のつどい`);
  expect(keepPages(seat, pdf!), 'every page is drawn').toBe(pages.length);
}

/** As many lines of work as make a booklet thick, from a file. */
async function manyActivities(seat: Seat): Promise<void> {
  const rows = Array.from({ length: OCCASIONS }, (_, n) => `第${n}回のつどい,地域の取り組み${n},令和7年${5 + (n % 7)}月${1 + n}日,見本コミュニティセンター\n`);
  const file = join(freshFolder(), '地域の取り組み.csv');
  writeFileSync(file, `行事名,事業名,実施日,場所\n${rows.join('')}`);
  await open(seat, 'intake/activities');
  await see(seat, intake.pick);
  await seat.willPick(file);
  await seat.press('Control+Enter');
  for (const mark of [intake.headingLead, intake.columnsNext, intake.issues, `${OCCASIONS}件`, intake.done]) {
    await see(seat, mark);
    if (mark !== intake.done) await seat.press('Control+Enter');
  }
}

/** Draws each page and keeps it beside the pictures of the desk; how many there are. */
function keepPages(seat: Seat, pdf: string): number {
  const folder = freshFolder();
  execFileSync('pdftoppm', ['-r', '60', '-png', pdf, join(folder, 'page')]);
  const drawn = readdirSync(folder).sort();
  for (const page of drawn) keepPicture(seat.name, `booklet-${page.replace('.png', '')}`, readFileSync(join(folder, page)));
  return drawn.length;
}
