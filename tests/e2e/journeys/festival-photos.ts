// What is told of an occasion beside its words: photographs with words under them and in their order, what it cost, and
// that another was called off; then all of it on 事業別実績書.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { activities as words } from '../../../ui/src/strings/ja/activities';
import { app } from '../../../ui/src/strings/ja/app';
import { parts } from '../../../ui/src/strings/ja/parts';
import { photos } from '../../../ui/src/strings/ja/photos';
import { reports } from '../../../ui/src/strings/ja/reports';
import { nothingFound } from '../desk/axe';
import { freshFolder, helpPictures } from '../desk/programs';
import { choose, exactly, fill, goTo, see, use, type Seat } from '../desk/seat';

const CAPTIONS = ['もちつきの列', '花の下の輪'] as const;
/** Where a telephone says that its photographs were made. */
const PLACE = 'GPS 34.3428N 134.0466E';

/** A photograph as a telephone keeps it, with the place in it. */
function taken(name: string, from: string): string {
  const jpeg = readFileSync(join(helpPictures, from));
  const upright = Buffer.from([1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
  const body = Buffer.concat([Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1'), upright, Buffer.from(PLACE)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  const file = join(freshFolder(), name);
  writeFileSync(file, Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, body, jpeg.subarray(2)]));
  return file;
}

/** On the page of an occasion: two photographs, words under them, both on the report, the second one first. */
export async function photograph(seat: Seat): Promise<void> {
  for (const [nth, from] of ['01-first-day.jpg', '04-roster.jpg'].entries()) {
    await seat.willPick(taken(`祭り${nth + 1}.jpg`, from));
    await use(seat, exactly(photos.add));
    await see(seat, `祭り${nth + 1}.jpg`);
  }
  await fill(seat, exactly(photos.caption), CAPTIONS[0]);
  await seat.press('Tab');
  await fill(seat, exactly(photos.caption), CAPTIONS[1]);
  for (const [nth, caption] of CAPTIONS.entries()) {
    await use(seat, new RegExp(`^${photos.keepOf(photos.nameOf(nth + 1, ''))} ?${photos.keepCaption}$`));
    await expect.poll(() => seat.ask(kept, caption), { message: `${caption} is kept` }).toBe(true);
  }
  for (const [nth, caption] of CAPTIONS.entries()) {
    await use(seat, new RegExp(`^${photos.toggleOf(caption)} ?${photos.choose}$`));
    await see(seat, photos.onReport(nth + 1));
  }
  await use(seat, exactly(parts.upOf(CAPTIONS[1])));
  await expect.poll(() => seat.ask(order, CAPTIONS[0], CAPTIONS[1]), { message: 'the second one stands first' }).toBeLessThan(0);
  await expect.poll(() => seat.ask(() => document.querySelectorAll('main .paper img').length), { message: 'both are seen' }).toBe(2);
  await seat.picture('festival-9-photos');
  await nothingFound(seat, 'photographs of an occasion');
}

/** Whether a caption is told beside its picture, no more only typed; runs in the page. */
function kept(caption: string): boolean {
  return [...document.querySelectorAll('main .paper span')].some((one) => one.textContent === caption);
}

/** Below zero where the second of two words stands before the first; runs in the page. */
function order(first: string, second: string): number {
  const text = document.querySelector('main')?.textContent ?? '';
  return text.indexOf(second) - text.indexOf(first);
}

/** From the page of an occasion to the slip of what it cost; seen there again by whoever comes back. */
export async function payFor(seat: Seat): Promise<void> {
  await use(seat, exactly(words.costAdd));
  await see(seat, accounts.recordLeads.expense);
  await expect.poll(() => seat.ask(isChosen, '春まつり'), { message: 'the slip names the occasion' }).toBe(true);
  await fill(seat, accounts.on, '3/12');
  await fill(seat, accounts.counterparty, '桜町文具店');
  await fill(seat, accounts.description, 'もち米');
  await fill(seat, accounts.itemField, '消耗品費');
  await fill(seat, accounts.amount, '１万２千');
  await choose(seat, accounts.from, '現金');
  await seat.press('Control+Enter');
  await see(seat, '「もち米');
  await expect.poll(() => seat.ask(isChosen, '春まつり'), { message: 'the next receipt is of the same occasion' }).toBe(true);
  await seat.press('Escape');
  await see(seat, words.notices);
}

/** Whether one of the lists stands at this choice; runs in the page. */
function isChosen(words: string): boolean {
  return [...document.querySelectorAll('select')].some(({ selectedOptions: [one] }) => one?.label.includes(words));
}

export async function seeCost(seat: Seat): Promise<void> {
  await see(seat, words.costSum('12,000', '0'), words.paidBy('自主財源', '12,000'), 'もち米');
  await seat.picture('festival-10-cost');
}

/** Another occasion of the same line of work, which the rain took. */
export async function callOff(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.activities);
  await see(seat, words.takeIn);
  await use(seat, exactly(words.add));
  await see(seat, words.newLead);
  await fill(seat, exactly(words.name), '花見の会');
  await fill(seat, exactly(words.activity), '春まつり事業');
  await fill(seat, exactly(words.from), '3/28');
  await seat.press('Control+Enter');
  await see(seat, words.plannedCard);
  await use(seat, exactly(words.calledOff));
  await fill(seat, exactly(words.cancelReason), '雨のため');
  await seat.picture('festival-11-calling-off');
  await use(seat, exactly(words.callOff));
  await see(seat, words.cancelledCard('雨のため'), words.stillPlanned);
  await seat.picture('festival-12-called-off');
  await nothingFound(seat, 'an occasion that was called off');
}

/** 事業別実績書: photographs in their order without their place, who came as it was written, and what was called off. */
export async function printSheets(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.reports);
  await see(seat, reports.title);
  await use(seat, `事業別実績書　${reports.open}`);
  await see(seat, reports.checks);
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  const read = (tool: string, ...asked: string[]) => execFileSync(tool, asked, { encoding: 'utf8' });
  const paper = read('pdftotext', '-layout', pdf!, '-').replaceAll(/\s/g, '');
  expect(paper).toMatch(/事業名春まつり事業/);
  expect(paper).toMatch(/3月20日春まつり中央公園晴れ約120/);
  expect(paper).toMatch(/花見の会（中止）/);
  expect(paper).toMatch(new RegExp(`${CAPTIONS[1]}.*${CAPTIONS[0]}`));
  expect(read('pdfimages', '-list', pdf!).trim().split('\n').slice(2), 'both photographs').toHaveLength(2);
  expect(readFileSync(pdf!).includes(PLACE), 'where they were made stays at home').toBe(false);
  await seat.picture('festival-13-sheets');
}
