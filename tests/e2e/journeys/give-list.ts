// (d) A list with the least columns is given to an association: stamped, recorded, and ticked off when it is back.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { lists } from '../../../ui/src/strings/ja/lists';
import { roster } from '../../../ui/src/strings/ja/roster';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, goTo, reach, see, shownText, use, type Seat } from '../desk/seat';
import { openSample } from './sample';

export async function giveList(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.roster);
  await use(seat, roster.print);
  await see(seat, lists.kindLeads.list);
  await choose(seat, lists.purpose, '自治会長の連絡先');
  await see(seat, '17団体');
  await use(seat, lists.asTable);
  await see(seat, '桜町一丁目東自治会');
  await nothingFound(seat, 'a list as a table');
  await seat.press('Enter');
  await fill(seat, lists.name, '会長の連絡先');
  await reach(seat, lists.inside);
  await seat.press('ArrowDown');
  await fill(seat, lists.recipients, '桜町自治会');
  await fill(seat, lists.forWhat, '回覧の連絡');
  await fill(seat, lists.returnBy, 'R8.3.31');
  await shows(seat, '返却期限 令和8年3月31日', '会長の連絡先');
  await seat.picture('list-1-given');
  await nothingFound(seat, 'a list that is given away');
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  const words = execFileSync('pdftotext', ['-layout', pdf!, '-'], { encoding: 'utf8' });
  expect(words).toContain('取扱注意');
  expect(words).toContain('配布先 桜町自治会');

  await use(seat, lists.kinds.labels);
  await see(seat, lists.shiftLead);
  expect(await shownText(seat), 'the next paper is given to nobody').not.toContain(lists.returnBy);
  await choose(seat, exactly(lists.paper), '長形3号 縦書き');
  await shows(seat, '様');
  await seat.picture('list-2-envelope');
  await nothingFound(seat, 'envelopes');

  await use(seat, lists.record);
  await see(seat, lists.recordLead, '桜町自治会', '令和8年3月31日まで');
  await use(seat, new RegExp(`桜町自治会.*${lists.back1}`));
  await see(seat, lists.returned('令和8年3月14日'));
  await seat.picture('list-3-record');
  await nothingFound(seat, 'the record of what was given');
}

/** Waits until these words stand on the pages that will be printed. */
export async function shows(seat: Seat, ...words: string[]): Promise<void> {
  const drawn = () => seat.ask(() => [...document.querySelectorAll('svg.sheet text')].map((text) => text.textContent).join(' '));
  for (const one of words) await expect.poll(drawn, { message: `${one} is on the paper` }).toContain(one);
}
