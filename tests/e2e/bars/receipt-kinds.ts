// K02, K03: photographs held sideways, HEIC, a PDF; two receipts of one expense, a 理由書 for want of one, and pictures that were lost
// with their folder and come back from the copies.

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { attachments } from '../../../ui/src/strings/ja/attachments';
import { office } from '../../../ui/src/strings/ja/office';
import { receipts as words } from '../../../ui/src/strings/ja/receipts';
import { nothingFound } from '../desk/axe';
import { wordsOf } from '../desk/paper';
import { lying } from '../desk/programs';
import { choose, exactly, fill, goTo, reach, type Seat, see, use } from '../desk/seat';
import { beginSlip } from '../desk/slip';
import { openSample } from '../journeys/sample';

const TWICE = '交流会の弁当';
const WITHOUT = '会場の鍵の預り';

export async function receiptsOfEveryKind(seat: Seat): Promise<void> {
  await openSample(seat);
  await expense(seat, TWICE, '7,200');
  await expense(seat, WITHOUT, '3,300');
  await toReceipts(seat, words.lead(0, 7));
  await keep(seat, TWICE, lying.jpeg, { amount: '5,000' });
  await see(seat, words.lead(1, 7), words.left('2,200'));
  await keep(seat, TWICE, lying.heic, { amount: '2,200' });
  await see(seat, words.lead(2, 6));
  await keep(seat, WITHOUT, lying.pdf, { amount: '3,300', kind: words.kinds.statement });
  await see(seat, words.lead(3, 5), '5,000', '2,200');
  await seat.picture('kinds-1-list');
  await nothingFound(seat, 'receipts of every kind');
  await handedOn(seat);
  for (const number of [1, 2]) await isUpright(seat, number);
  await provenByTwo(seat);
  await lostAndFound(seat);
}

async function expense(seat: Seat, description: string, amount: string): Promise<void> {
  await beginSlip(seat, 'expense');
  await fill(seat, accounts.on, '3/9');
  await fill(seat, accounts.counterparty, '仕出し見本');
  await fill(seat, accounts.description, description);
  await fill(seat, accounts.itemField, '会議費');
  await fill(seat, accounts.amount, amount);
  await choose(seat, accounts.from, '現金');
  await reach(seat, accounts.hasReceiptField);
  await seat.press('Space');
  await seat.press('Control+Enter');
  await see(seat, `「${description} `);
}

async function toReceipts(seat: Seat, lead: string): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, '188件');
  await goTo(seat, accounts.tabs['accounts/receipts']);
  await see(seat, lead);
}

interface Written {
  amount: string;
  kind?: string;
}

async function keep(seat: Seat, entry: string, picture: string, { amount, kind }: Written): Promise<void> {
  await use(seat, words.addFor(entry));
  await see(seat, words.newTitle, words.partsTitle);
  await seat.willPick(picture);
  await use(seat, words.choosePicture);
  await see(seat, words.chosen(picture.split('/').at(-1)!));
  if (kind !== undefined) {
    await reach(seat, exactly(words.kinds.receipt));
    for (const step of Object.values(words.kinds).slice(1)) {
      await seat.press('ArrowDown');
      if (step === kind) break;
    }
  }
  await fill(seat, exactly(words.amount), amount);
  await fill(seat, exactly(words.purpose), kind === undefined ? '弁当代' : '預り証だけで、領収書が出ないため');
  await seat.press('Control+Enter');
}

/** The files of the ZIP by number, each in its own form; the sheets with a frame for every one. */
async function handedOn(seat: Seat): Promise<void> {
  const [zip] = await seat.filesOf(() => use(seat, words.pack));
  const names = execFileSync('python3', ['-c', 'import sys,zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))', zip!], { encoding: 'utf8' });
  const pictures = names.split('\n').filter((name) => /^\d/.test(name));
  expect(pictures).toEqual(['001_2026-03-09_会議費_5000円.jpg', '002_2026-03-09_会議費_2200円.jpg', '003_2026-03-09_会議費_3300円.pdf']);
  const [pdf] = await seat.filesOf(() => use(seat, words.mountsThree));
  const mounts = wordsOf(pdf!);
  for (const said of ['領収書 1番', '5,000', '領収書 2番', '2,200', `${words.kinds.statement} 3番`, '3,300']) expect(mounts).toContain(said);
}

/** Held sideways by whoever took it, and seen upright. */
async function isUpright(seat: Seat, number: number): Promise<void> {
  await open(seat, number);
  const stands = () => seat.ask(() => [...document.querySelectorAll<HTMLImageElement>('.paper img')].some((one) => one.naturalHeight > one.naturalWidth));
  await expect.poll(stands, { message: `the picture of ${number} stands upright` }).toBe(true);
  if (number === 2) await seat.picture('kinds-2-heic');
  await toReceipts(seat, words.lead(3, 5));
}

/** From the first row of the list down. */
async function open(seat: Seat, number: number): Promise<void> {
  await reach(seat, exactly('1'));
  for (let row = 1; row < number; row += 1) await seat.press('ArrowDown');
  await seat.press('Enter');
  await see(seat, words.oneTitle(number), words.checksTitle);
}

/** The expense names both, and nothing is lacking. */
async function provenByTwo(seat: Seat): Promise<void> {
  await seat.press('Control+k');
  await seat.type(`${TWICE} 7200`);
  await see(seat, app.searchFound(1));
  await seat.press('ArrowDown');
  await seat.press('Enter');
  await see(seat, accounts.entryTitle(accounts.kinds.expense), new RegExp(`${words.numbered(1)}[^\\n]*\\s*5,000円`), new RegExp(`${words.numbered(2)}[^\\n]*\\s*2,200円`));
  await seat.picture('kinds-3-entry');
  await nothingFound(seat, 'an expense with two receipts');
}

/** The office was moved without the folder of its pictures: it is told, and the copies bring them back. */
async function lostAndFound(seat: Seat): Promise<void> {
  await use(seat, app.sampleLeave);
  await see(seat, office.start.sampleDoor);
  rmSync(join(seat.data, 'sample.office.cas'), { recursive: true });
  await openSample(seat);
  await toReceipts(seat, words.lead(3, 5));
  await see(seat, words.broken);
  await open(seat, 1);
  await see(seat, words.brokenLead, attachments.mayRestore);
  await seat.picture('kinds-4-lost');
  await nothingFound(seat, 'a receipt that vanished');
  await use(seat, attachments.restore);
  await expect.poll(() => seat.ask(() => document.body.innerText), { message: 'the picture is back' }).not.toContain(words.brokenLead);
  await see(seat, app.undo, /lying\.jpg/);
}
