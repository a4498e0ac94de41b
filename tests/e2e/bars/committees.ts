// B11: a 部会 has a passbook of its own, is given money, spends, brings the rest back in March; all of it is counted once.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { committees as words } from '../../../ui/src/strings/ja/committees';
import { reports } from '../../../ui/src/strings/ja/reports';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const COMMITTEE = '防災部会';
const PURSE = '防災部会の通帳';

export async function committeeHasItsBook(seat: Seat): Promise<void> {
  await openSample(seat);
  await givenPurse(seat);
  await openBook(seat);
  await see(seat, words.bookLead('5,000'), words.move);
  await choose(seat, words.council, '普通預金');
  await fill(seat, exactly(words.on), '3/2');
  await fill(seat, exactly(words.amount), '5万');
  await use(seat, words.moveDo.out);
  await see(seat, words.bookLead('55,000'), words.words.out(COMMITTEE));

  await spend(seat);
  await openBook(seat);
  await see(seat, words.bookLead('43,000'), '非常用ろうそく');
  await reach(seat, words.directions.out);
  await seat.press('ArrowDown');
  await choose(seat, words.council, '普通預金');
  await fill(seat, exactly(words.on), '3/13');
  await seat.picture('committee-1-back');
  await nothingFound(seat, 'the book of a 部会');
  await use(seat, words.everything('43,000'));
  await use(seat, words.moveDo.back);
  await see(seat, words.bookLead('0'), words.words.back(COMMITTEE), new RegExp(`${words.received}\\s*50,000円`), new RegExp(`${words.given}\\s*43,000円`));
  await seat.picture('committee-2-returned');
  await onceInAll(seat);
}

/** The 部会 gets a passbook with 5,000 yen in it. */
async function givenPurse(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, '186件');
  await goTo(seat, accounts.tabs['accounts/purses']);
  await see(seat, accounts.addPurse);
  await fill(seat, new RegExp(`^${accounts.purseName}`), PURSE);
  await fill(seat, new RegExp(`^${accounts.openingField}`), '5千');
  await choose(seat, exactly(accounts.purseOf), COMMITTEE);
  await seat.press('Control+Enter');
  await see(seat, '186件', PURSE);
}

async function openBook(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, PURSE);
  await goTo(seat, accounts.tabs['accounts/committees']);
  await see(seat, words.lead);
  await reach(seat, /^広報部会/);
  await seat.press('ArrowDown');
  await seat.press('ArrowDown');
  await seat.press('Enter');
  await see(seat, words.lines);
}

/** Out of the money of the 部会. */
async function spend(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, '187件');
  await seat.press('Control+Enter');
  await see(seat, accounts.recordLeads.expense);
  await fill(seat, accounts.on, '3/5');
  await fill(seat, accounts.description, '非常用ろうそく');
  await fill(seat, accounts.itemField, '防災訓練事業');
  await fill(seat, accounts.amount, '12,000');
  await choose(seat, accounts.from, PURSE);
  await choose(seat, exactly(accounts.committee), COMMITTEE);
  await seat.press('Control+Enter');
  await see(seat, '「非常用ろうそく 12,000円」を記帳しました');
}

/** What lay with the 部会 and came back is neither income nor expense, on the page and on paper. */
async function onceInAll(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('5,829,906', '5,750,791'));
  await goTo(seat, accounts.tabs['accounts/committees']);
  await see(seat, new RegExp(`${words.all}\\s*780,789円`), new RegExp(`${words.held}\\s*0円`));
  await seat.picture('committee-3-all');
  await nothingFound(seat, 'the 部会 of a year');
  await seat.press('Control+Enter');
  await see(seat, '部会別決算書', reports.outputs.pdf);
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  const lines = execFileSync('pdftotext', ['-layout', pdf!, '-'], { encoding: 'utf8' }).split('\n');
  for (const sum of ['合計', '帳簿との照合']) {
    const of = lines.filter((line) => line.trimStart().startsWith(sum) && line.includes('5,829,906') && line.includes('5,750,791'));
    expect(of, `${sum} holds the income and the expense of the books`).not.toEqual([]);
  }
}
