// E07: the city's own survey workbook is given once; from then on one press fills it with the year, changing nothing else,
// and what the city got is recorded and comes out again as it was.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { citySheet as words } from '../../../ui/src/strings/ja/city-sheet';
import { enrolment } from '../../../ui/src/strings/ja/enrolment';
import { enrolmentYear } from '../../../ui/src/strings/ja/enrolment-year';
import { lists } from '../../../ui/src/strings/ja/lists';
import { roster } from '../../../ui/src/strings/ja/roster';
import { nothingFound } from '../desk/axe';
import { fixture } from '../desk/programs';
import { exactly, fill, goTo, see, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const GIVEN = 'sheets/市の調査票.xlsx';
const NAME = '市の調査票.xlsx';
const SHEET = 'xl/worksheets/sheet1.xml';

export async function citysOwnSheet(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.enrolment);
  await use(seat, exactly(enrolment.setCity));
  await see(seat, words.emptyTitle);
  await seat.willPick(fixture(GIVEN));
  await use(seat, exactly(words.pick));
  await see(seat, words.chosen(NAME), words.column('C', '会長氏名'));
  await fill(seat, exactly(words.single('協議会の名前')), 'C4');
  await seat.picture('bars-e07-layout');
  await nothingFound(seat, 'the layout of the city\'s workbook');
  await seat.press('Control+Enter');
  await see(seat, words.kept(NAME), words.givenAway);

  await goTo(seat, app.areas.enrolment);
  await see(seat, enrolment.lead('46.9', '1,317', '2,809'));
  const [first] = await seat.filesOf(() => use(seat, exactly(enrolment.fillCity)));
  await see(seat, words.unknown(['北浜ニュータウン自治会']));
  await seat.picture('bars-e07-filled');
  await nothingFound(seat, 'a filled workbook');
  const written = part(first!, SHEET);
  for (const cell of ['見本地区コミュニティ協議会', '桜町一丁目東自治会']) expect(written, cell).toContain(cell);
  expect(otherParts(first!), 'every other part is as the city made it').toEqual(otherParts(fixture(GIVEN)));

  await use(seat, exactly(enrolmentYear.links.sheet));
  await see(seat, words.filledOn('').slice(0, 8));
  await seat.picture('bars-e07-again');
  await nothingFound(seat, 'the workbook that the city got');
  const [again] = await seat.filesOf(() => use(seat, exactly(words.again)));
  expect(readFileSync(again!).equals(readFileSync(first!)), 'as the city got it').toBe(true);
  await goTo(seat, app.areas.roster);
  await use(seat, roster.print);
  await use(seat, lists.record);
  await see(seat, lists.recordLead, NAME, '高松市', '市の調査への回答');
  await seat.picture('bars-e07-recorded');
}

const part = (file: string, name: string) => execFileSync('unzip', ['-p', file, name], { encoding: 'utf8' });

/** Name and checksum of every part but the sheet. */
function otherParts(file: string): string[] {
  const lines = execFileSync('unzip', ['-v', file], { encoding: 'utf8' }).split('\n');
  const parts = lines.map((line) => /\s([0-9a-f]{8})\s+(\S+)$/.exec(line)).filter((found) => found !== null);
  return parts.map(([, checksum, name]) => `${name} ${checksum}`).filter((one) => !one.startsWith(SHEET)).sort();
}
