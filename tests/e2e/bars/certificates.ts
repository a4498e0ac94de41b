// 表彰状・感謝状: one for each of those chosen, from top to bottom, with its numbers in kanji and nothing that 句読点 would break.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { lists } from '../../../ui/src/strings/ja/lists';
import { roster } from '../../../ui/src/strings/ja/roster';
import { nothingFound } from '../desk/axe';
import { results } from '../desk/programs';
import { choose, exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const named = lists.certificate;
const field = (label: string) => exactly(label);

/** Guests and a company beside them, and then these alone. */
async function othersToo(seat: Seat, before: number): Promise<void> {
  const rows = [['見本小学校', '前校長', '水神　太郎'], ['株式会社見本商店', '', '']];
  for (const [nth, [body, office, name]] of rows.entries()) {
    await use(seat, named.addOther);
    await fill(seat, field(named.otherBody(nth + 1)), body!);
    await fill(seat, field(named.otherOffice(nth + 1)), office!);
    await fill(seat, field(named.otherName(nth + 1)), name!);
  }
  await see(seat, lists.size(before + 2, '人', before + 2));
  await reach(seat, named.onlyOthersText);
  await seat.press('Space');
  await see(seat, lists.size(2, '人', 2));
  await seat.picture('certificates-3-others');
  await nothingFound(seat, 'certificates for others');
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  execFileSync('pdftoppm', ['-r', '60', '-png', pdf!, join(results, seat.name, 'certificates-4-others')]);
  const words = execFileSync('pdftotext', [pdf!, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
  for (const one of ['水神太郎殿', '株式会社見本商店殿']) expect(words).toContain(one);
}

/** A certificate of thanks for every chair of a 部会. */
export async function thanksAreWritten(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.roster);
  await use(seat, roster.print);
  await use(seat, lists.kinds.certificates);
  await see(seat, named.heading);
  await choose(seat, field(lists.role), '部会長');
  await fill(seat, field(named.day), 'R8.3.14');
  await see(seat, /\d人/);
  await seat.picture('certificates-1-chosen');
  await nothingFound(seat, 'certificates');
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  const read = (tool: string, ...asked: string[]) => execFileSync(tool, asked, { encoding: 'utf8' });
  const pages = Number(/Pages: +(\d+)/.exec(read('pdfinfo', pdf!))?.[1]);
  expect(pages, 'one for each of them').toBeGreaterThan(2);
  const words = read('pdftotext', pdf!, '-').replaceAll(/\s/g, '');
  expect(words.split('令和八年三月十四日'), 'the day in kanji on each').toHaveLength(pages + 1);
  expect(words.split(named.honorific).length - 1, 'a name on each').toBeGreaterThanOrEqual(pages);
  expect(words, 'nothing that a certificate has not').not.toMatch(/[、。0-9]/);
  execFileSync('pdftoppm', ['-r', '60', '-f', '1', '-l', '1', '-png', pdf!, join(results, seat.name, 'certificates-2-printed')]);
  await othersToo(seat, pages);
}
