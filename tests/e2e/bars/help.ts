// S16: help at the field and at the place where one is, and what the year asks for, month by month.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { grants } from '../../../ui/src/strings/ja/grants';
import { home } from '../../../ui/src/strings/ja/home';
import { meetingRules as ruleWords } from '../../../ui/src/strings/ja/meeting-rules';
import { meetings } from '../../../ui/src/strings/ja/meetings';
import { yearWork } from '../../../ui/src/strings/ja/year-work';
import { nothingFound } from '../desk/axe';
import { ofFirstRecord } from '../desk/first-record';
import { helpPages } from '../desk/programs';
import { exactly, focused, goTo, reach, see, use, type Seat } from '../desk/seat';
import { open } from '../desk/settled';
import { beginSlip } from '../desk/slip';
import { openSample } from '../journeys/sample';

const QUORUM = ruleWords.quorumShare.replaceAll(/[（）]/g, '\\$&');

/** The head of the help and its first words, as far as it is open. */
export const helpShown = (seat: Seat) =>
  seat.ask(() => {
    const told = (selector: string) => [...document.querySelectorAll<HTMLElement>(`dialog[open] ${selector}`)].map((one) => one.innerText);
    return { field: told('.field h3')[0] ?? '', words: told('.field p'), page: told('article h3')[0] ?? '' };
  });

const isClosed = (seat: Seat) => seat.ask(() => document.querySelector('dialog[open]') === null);

/** Presses F1 in a field, reads what is said of it, and is back in it after Escape. */
async function askAt(seat: Seat, label: string, ...words: string[]): Promise<void> {
  await reach(seat, exactly(label));
  const name = await focused(seat);
  await seat.press('F1');
  await see(seat, app.helpField(name), app.helpOthers, ...words);
  await backToField(seat, name);
}

async function backToField(seat: Seat, name: string): Promise<void> {
  await seat.press('Escape');
  await expect.poll(() => isClosed(seat), { message: 'the help is closed' }).toBe(true);
  await expect.poll(() => focused(seat), { message: 'the keyboard is in the field again' }).toBe(name);
}

/** 摘要 of the slip, 定足数 of the rules of meetings, the form of a grant; by key, and by the button above every page. */
export async function helpAtTheField(seat: Seat): Promise<void> {
  await openSample(seat);
  await beginSlip(seat, 'expense');
  await askAt(seat, accounts.description, '出納帳の摘要に、このまま出ます', '収入と支出を記帳する');
  await askAt(seat, accounts.amount, '実際に動いた額を入れます', accounts.amountHint);
  await reach(seat, exactly(accounts.description));
  await seat.press('F1');
  await see(seat, app.helpField(accounts.description));
  await seat.picture('help-field-1-slip');
  await nothingFound(seat, 'help at a field');
  await backToField(seat, accounts.description);
  await seat.ask((name) => [...document.querySelectorAll<HTMLElement>('.top button')].find((one) => one.innerText.trim() === name)?.click(), app.help);
  await see(seat, app.helpField(accounts.description));
  await backToField(seat, accounts.description);
  await goTo(seat, app.areas.meetings);
  await see(seat, meetings.rules);
  await use(seat, exactly(meetings.rules));
  await see(seat, ruleWords.rulesLead);
  await askAt(seat, QUORUM, '会議が成り立つのに要る出席の割合です', '会則の決まりを入れる');
  await open(seat, 'grants?edit=1');
  await see(seat, grants.recordLead);
  await askAt(seat, grants.name, '市の通知書にある名前のまま入れます', '交付金の手続き');
}

/** F1 opens the page of help that is about the place; `look` is had at each. */
export async function helpAtEveryPlace(seat: Seat, look: (at: string, title: string) => Promise<void> = async () => {}): Promise<void> {
  for (const { at, title } of helpPages()) {
    await open(seat, await ofFirstRecord(seat, at));
    await seat.press('F1');
    await expect.poll(async () => (await helpShown(seat)).page, { message: at }).toBe(title);
    await look(at, title);
    await seat.press('Escape');
    await expect.poll(() => isClosed(seat), { message: `${at}: the help is closed` }).toBe(true);
  }
}

/** Where no field is asked about, the help is only about the page. */
export async function helpOpensAgain(seat: Seat): Promise<void> {
  await openSample(seat);
  for (let again = 0; again < 10; again += 1) {
    await seat.press('F1');
    await seat.press('Escape');
  }
  await seat.press('F1');
  await expect.poll(() => helpShown(seat)).toMatchObject({ field: '', page: 'はじめて使う日' });
  await use(seat, exactly('総会を開く'));
  await see(seat, '資格報告');
}

/** Every month says what is to be done, how it stands, and leads there. */
export async function yearByMonths(seat: Seat): Promise<void> {
  await openSample(seat);
  await use(seat, home.year);
  await see(seat, yearWork.title, yearWork.toNow('3月'), yearWork.states.done, yearWork.states.open, yearWork.why('').trim());
  const months = await seat.ask(() => [...document.querySelectorAll('main h2')].map((one) => one.textContent.trim().match(/\d+月/)?.[0]).filter((one) => one !== undefined));
  expect(months, 'a year from April to March').toEqual(['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月']);
  await use(seat, yearWork.toNow('3月'));
  await expect.poll(() => seat.ask(() => document.activeElement?.id ?? ''), { message: 'this month has the keyboard' }).toBe('now');
  await seat.picture('year-by-months');
  await nothingFound(seat, 'the year by months');
}
