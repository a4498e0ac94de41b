// Forty receipts from a shoe box: with the keyboard alone they become forty entries, each with its receipt and its picture put away.
// The papers that come out are those of the same books brought in from Excel, character by character; the mount sheets and the ZIP
// hold the forty pictures.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { grants } from '../../../ui/src/strings/ja/grants';
import { receipts } from '../../../ui/src/strings/ja/receipts';
import { reports } from '../../../ui/src/strings/ja/reports';
import { nothingFound } from '../desk/axe';
import { pagesOf, wordsOf } from '../desk/paper';
import { type Shot, photograph, picturesOf, widthOf } from '../desk/photograph';
import { TODAY, built, fixture, freshFolder, sample } from '../desk/programs';
import { choose, exactly, fill, focused, goTo, reach, see, use, type Seat } from '../desk/seat';
import { COUNCIL, PASSPHRASE, firstStart } from './first-start';
import { takeIn } from './import-roster';

type Kind = keyof typeof accounts.kinds;

interface Slip {
  kind: Kind;
  on: string;
  purse: string;
  item: string;
  words: string;
  payee: string;
  yen: number;
  number: number | null;
  grant: string;
  receipt: boolean;
}

const LEDGER: { openings: Record<string, number>; slips: Slip[] } = JSON.parse(readFileSync(fixture('sheets/四十枚.json'), 'utf8'));
const GRANT = { name: '地域まちづくり交付金', amount: '5022000', on: '2025-04-21', number: '高コ推第123号' };
/** The mark is of the way by which the books were written, and that is another one. */
const unmarked = (paper: string) => paper.replace(/この紙は、操作の記録 [\d,]+件目.*記録の印は「[0-9a-f]{8}」/, '');

/** The same without heads, ends of pages and the numbers of receipts, which no ledger tells. */
const withoutReceipts = (paper: string) =>
  paper
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' ').replace(/^(\d+) \d+ (R\d)/, '$1 $2'))
    .filter((line) => line !== '' && !/^(伝票|NO|年月日|\d+ \/ \d+$)|経費内訳表$/.test(line))
    .join('\n');

/** What the books alone decide, to the last character. */
const PAPERS = { 'settlement-statement': '収支決算書', 'cash-book': '現金・預金出納帳', 'expense-breakdown': '経費内訳表' };
const KINDS: Kind[] = ['expense', 'income', 'transfer'];
const yen = (amount: number) => amount.toLocaleString('en-US');

export async function fortyEntries(seat: Seat): Promise<void> {
  await firstStart(seat);
  await takeIn(seat, 'budget', sample('収支予算書.xlsx'), { isPictured: false });
  for (const [name, amount] of Object.entries(LEDGER.openings)) await openPurse(seat, name, amount);
  await recordDecision(seat);

  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.emptyTitle);
  await seat.press('Control+Enter');
  await reach(seat, accounts.on);
  const desk = new Typist(seat);
  for (const slip of LEDGER.slips) await desk.record(slip);

  await goTo(seat, app.areas.accounts);
  await see(seat, `${LEDGER.slips.length}件`);
  await seat.picture('forty-2-book');
  await goTo(seat, accounts.tabs['accounts/receipts']);
  await see(seat, receipts.lead(40, 1));
  await seat.picture('forty-3-receipts');
  await nothingFound(seat, 'forty receipts');

  await handedOn(seat, desk.shots);

  const imported = importedPapers();
  for (const [form, title] of Object.entries(PAPERS)) {
    const read = form === 'expense-breakdown' ? withoutReceipts : unmarked;
    expect(read(await printed(seat, title)), title).toBe(read(imported[form] ?? ''));
  }
}

/** What somebody types, who knows that day, purse and grant stay as they were on the slip before. */
class Typist {
  /** The pictures in the order of their receipts. */
  readonly shots: Shot[] = [];
  readonly #folder = freshFolder();
  #kind: Kind = 'expense';

  constructor(readonly seat: Seat) {}

  async record(slip: Slip): Promise<void> {
    await this.#turnTo(slip.kind);
    await this.#type(slip.on);
    if (slip.kind !== 'transfer') await this.#next(accounts.counterparty, slip.payee);
    await this.#next(accounts.description, slip.words);
    if (slip.kind !== 'transfer') await this.#next(accounts.itemField, slip.item);
    await this.#next(accounts.amount, yen(slip.yen));
    await this.#payFrom(slip);
    if (slip.kind === 'expense') await this.#proof(slip);
    if (slip.number === 1) {
      await this.seat.picture('forty-1-slip');
      await nothingFound(this.seat, 'a slip with its receipt');
    }
    await this.seat.press('Control+Enter');
    await see(this.seat, `「${slip.words} ${yen(slip.yen)}円」を記帳しました`);
    await this.#isAt(accounts.on);
  }

  /** The kind is a step back from the day, where the hands are after each slip. */
  async #turnTo(kind: Kind): Promise<void> {
    if (kind === this.#kind) return;
    await this.seat.press('Shift+Tab');
    const steps = KINDS.indexOf(kind) - KINDS.indexOf(this.#kind);
    for (let left = Math.abs(steps); left > 0; left -= 1) await this.seat.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    await see(this.seat, accounts.recordTitles[kind]);
    await this.seat.press('Enter');
    await this.#isAt(accounts.on);
    this.#kind = kind;
  }

  async #payFrom(slip: Slip): Promise<void> {
    if (slip.kind !== 'transfer') {
      await this.#pick(slip.kind === 'income' ? accounts.into : accounts.from, slip.purse);
      if (slip.kind === 'income' && slip.grant !== '') await this.#pick(accounts.incomeGrant, slip.grant);
      return;
    }
    // The book of cash has withdrawals: out of the bank, into cash.
    await this.#pick(accounts.from, '普通預金');
    await this.#pick(accounts.to, '現金');
  }

  async #proof(slip: Slip): Promise<void> {
    await this.#pick(accounts.funding, slip.grant === '' ? accounts.ownMoney : slip.grant);
    if (slip.grant !== '') {
      await this.#enterTo(exactly(accounts.eligibilities.eligible));
      await this.seat.press('Space');
    }
    await reach(this.seat, accounts.hasReceiptField);
    if (!slip.receipt) return this.seat.press('Space');
    if (this.shots.length === 0) {
      await reach(this.seat, accounts.putAway);
      await this.seat.press('Space');
      await fill(this.seat, receipts.addressee, COUNCIL);
    }
    await fill(this.seat, receipts.purpose, slip.words);
    await this.#photograph(slip);
  }

  /** A picture of its own for each: on the sheets it is told by its width. */
  async #photograph(slip: Slip): Promise<void> {
    const number = this.shots.length + 1;
    const shot = await photograph(this.seat, this.#folder, number, [`${number}`, slip.payee, slip.words, `${yen(slip.yen)}円`]);
    await this.seat.willPick(shot.file);
    await reach(this.seat, receipts.choosePicture);
    await this.seat.press('Enter');
    await see(this.seat, receipts.chosen(shot.name));
    this.shots.push(shot);
  }

  async #type(text: string): Promise<void> {
    await this.seat.press('Control+a');
    await this.seat.type(text);
  }

  async #next(field: string, text: string): Promise<void> {
    await this.#enterTo(field);
    await this.#type(text);
  }

  async #pick(field: string, option: string): Promise<void> {
    await this.#enterTo(field);
    await choose(this.seat, field, option);
  }

  async #enterTo(field: string | RegExp): Promise<void> {
    await this.seat.press('Enter');
    await this.#isAt(field);
  }

  async #isAt(field: string | RegExp): Promise<void> {
    const at = expect.poll(() => focused(this.seat), { message: `the keys are at ${field}`, intervals: [10, 50, 100] });
    await (field instanceof RegExp ? at.toMatch(field) : at.toContain(field));
  }
}

/** The sheets and the ZIP: every picture beside its own number, nothing twice, nothing left out. */
async function handedOn(seat: Seat, shots: Shot[]): Promise<void> {
  const [mounts] = await seat.filesOf(() => use(seat, receipts.mountsThree));
  const numbers = shots.map((_, i) => i + 1);
  const sheets = pagesOf(mounts!);
  const mounted = sheets.map((words) => [...words.matchAll(/領収書 (\d+)番/g)].map(([, number]) => Number(number)));
  expect(mounted.flat().sort((a, b) => a - b), 'each receipt has its frame').toEqual(numbers);
  expect(picturesOf(mounts!), 'each frame has its picture').toEqual(mounted.map((page) => page.map((number) => shots[number - 1]!.width)));

  const [zip] = await seat.filesOf(() => use(seat, receipts.pack));
  await see(seat, receipts.packed(zip!.split('/').at(-1)!, shots.length));
  const folder = freshFolder();
  execFileSync('python3', ['-m', 'zipfile', '-e', zip!, folder]);
  const names = readdirSync(folder).filter((name) => /^\d/.test(name)).sort();
  const slips = LEDGER.slips.filter((slip) => slip.receipt);
  const day = (on: string) => on.split('/').map((part) => part.padStart(2, '0')).join('-');
  const year = (on: string) => (Number(on.split('/')[0]) < 4 ? 2026 : 2025);
  expect(names).toEqual(slips.map(({ on, item, yen }, i) => `${String(i + 1).padStart(3, '0')}_${year(on)}-${day(on)}_${item}_${yen}円.jpg`));
  expect(names.map((name) => widthOf(join(folder, name)))).toEqual(shots.map((shot) => shot.width));
  await seat.picture('forty-4-handed-on');
}

async function openPurse(seat: Seat, name: string, opening: number): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await goTo(seat, accounts.tabs['accounts/purses']);
  await see(seat, accounts.addPurse);
  await fill(seat, accounts.purseName, name);
  await seat.press('Enter');
  await fill(seat, new RegExp(`^${accounts.openingField}`), yen(opening));
  await seat.press('Control+Enter');
  await see(seat, accounts.emptyTitle);
}

async function recordDecision(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.grants);
  await see(seat, grants.record);
  await seat.press('Control+Enter');
  await fill(seat, grants.name, GRANT.name);
  await fill(seat, grants.amount, GRANT.amount);
  await fill(seat, grants.on, GRANT.on);
  await fill(seat, grants.number, GRANT.number);
  await seat.press('Control+Enter');
  await see(seat, '5,022,000');
}

/** The words of a paper as the window prints it. */
async function printed(seat: Seat, title: string): Promise<string> {
  await goTo(seat, app.areas.reports);
  await see(seat, reports.title);
  await use(seat, new RegExp(`^${title}\\s+${reports.open}`));
  await see(seat, reports.checks);
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  return wordsOf(pdf!);
}

/** The same papers of an office into which the same weeks came from Excel, made without any window. */
function importedPapers(): Record<string, string> {
  const folder = freshFolder();
  const env = { ...process.env, JIMUKYOKU_PASSPHRASE: PASSPHRASE, JIMUKYOKU_TODAY: TODAY };
  const ask = (...words: string[]) => execFileSync(built('jimukyoku'), ['--office', join(folder, 'council.office'), ...words], { env });
  ask('new', '--council', COUNCIL, '--profile', 'takamatsu', '--year', '2025');
  ask('import', 'budget', sample('収支予算書.xlsx'), '--year', '2025');
  ask('import', 'cash-book', fixture('sheets/出納帳_四十枚.xlsx'), '--year', '2025');
  ask('decision', GRANT.name, '--year', '2025', '--amount', GRANT.amount, '--on', GRANT.on, '--number', GRANT.number);
  const paper = (form: string, title: string) => {
    ask('report', form, '--year', '2025', '--out', folder, '--format', 'pdf');
    const file = execFileSync('find', [folder, '-name', `*${title}*.pdf`], { encoding: 'utf8' }).trim();
    return [form, wordsOf(file)];
  };
  return Object.fromEntries(Object.entries(PAPERS).map(([form, title]) => paper(form, title)));
}
