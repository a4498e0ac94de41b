// K05, K06: what is not in order is told before the year is closed, each with the way to its place; and a closed year takes no entry, while
// what was typed stays.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { advances } from '../../../ui/src/strings/ja/advances';
import { app } from '../../../ui/src/strings/ja/app';
import { budget } from '../../../ui/src/strings/ja/budget';
import { closing as words } from '../../../ui/src/strings/ja/closing';
import { grants } from '../../../ui/src/strings/ja/grants';
import { nothingFound } from '../desk/axe';
import { stateBalances } from '../desk/balances';
import { choose, exactly, fill, goTo, reach, type Seat, see, use } from '../desk/seat';
import { beginSlip } from '../desk/slip';
import { openSample } from '../journeys/sample';
import { typeAdvance } from './accounts';

const GRANT = '地域まちづくり交付金';

export async function checksBeforeClosing(seat: Seat): Promise<void> {
  await openSample(seat);
  await advanceGiven(seat);
  await expense(seat, '防災倉庫の床', { amount: '30万', purse: '普通預金', verdict: accounts.eligibilities.eligible, isProven: true });
  await expense(seat, '講師の謝礼', { amount: '5千', purse: '現金', verdict: accounts.eligibilities.unclear, isProven: false });
  await toClosing(seat);
  await see(
    seat,
    /仮払「[^」]*見本 花子[^」]*」が20,000円、精算されていません。/,
    /「消耗品費」が予算を[\d,]+円こえています。/,
    /領収書のない支出が\d+件あります。/,
    '交付金の対象か確かめていない支出が1件あります。',
    `「${GRANT}」に充てた支出のうち105,451円は、交付額をこえています。`,
  );
  await seat.picture('checks-1-all');
  await nothingFound(seat, 'everything that is told before closing');
  await leadsTo(seat, 'accounts/advances', advances.lead(1), '見本 花子');
  await leadsTo(seat, 'accounts/budget', budget.revisions, '消耗品費');
  await leadsTo(seat, 'accounts?missing=receipt', '189件のうち 6件を表示');
  await leadsTo(seat, 'accounts?missing=verdict', '189件のうち 1件を表示', '講師の謝礼');
  await leadsTo(seat, 'grants', grants.way, '105,451円');
  await closed(seat);
  await nothingIsTaken(seat);
}

async function advanceGiven(seat: Seat): Promise<void> {
  await typeAdvance(seat);
  await seat.press('Control+Enter');
  await see(seat, advances.lead(1));
}

interface Spent {
  amount: string;
  purse: string;
  verdict: string;
  isProven: boolean;
}

/** Of the grant, judged, with a receipt or without one. */
async function expense(seat: Seat, description: string, { amount, purse, verdict, isProven }: Spent): Promise<void> {
  await toSlip(seat, description, amount, purse);
  await choose(seat, accounts.funding, GRANT);
  await reach(seat, exactly(accounts.eligibilities.eligible));
  await seat.press('Space');
  if (verdict === accounts.eligibilities.unclear) {
    await seat.press('ArrowDown');
    await seat.press('ArrowDown');
    await fill(seat, new RegExp(`^${accounts.reason}`), '市に聞いているところ');
  }
  if (!isProven) {
    await reach(seat, accounts.hasReceiptField);
    await seat.press('Space');
  }
  await seat.press('Control+Enter');
  await see(seat, `「${description} `);
}

async function toSlip(seat: Seat, description: string, amount: string, purse: string): Promise<void> {
  await beginSlip(seat, 'expense');
  await fill(seat, accounts.on, '3/9');
  await fill(seat, accounts.counterparty, '見本工務店');
  await fill(seat, accounts.description, description);
  await fill(seat, accounts.itemField, '消耗品費');
  await fill(seat, accounts.amount, amount);
  await choose(seat, accounts.from, purse);
}

async function toClosing(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.tabs['accounts/closing']);
  await goTo(seat, accounts.tabs['accounts/closing']);
  await see(seat, words.checksTitle, words.toJudge);
}

/** The button beside what is told opens the page where it is put right. */
async function leadsTo(seat: Seat, place: string, ...shown: string[]): Promise<void> {
  await use(seat, exactly(words.places[place]!));
  await see(seat, ...shown);
  await toClosing(seat);
}

/** Nothing of all that stands in the way: it is for the secretary to judge. */
async function closed(seat: Seat): Promise<void> {
  await stateBalances(seat, '24,295', '438,494');
  await fill(seat, words.by, '会長　見本');
  await use(seat, exactly(words.close));
  await see(seat, words.closedTitle, words.intact);
}

async function nothingIsTaken(seat: Seat): Promise<void> {
  await toSlip(seat, '忘れていた切手', '840', '現金');
  await seat.press('Control+Enter');
  await see(seat, 'その年度は締めてあります。', '締めを取りやめてください。');
  await seat.picture('checks-2-refused');
  await nothingFound(seat, 'a slip of a closed year');
  const typed = await seat.ask(() => [...document.querySelectorAll<HTMLInputElement>('.slip input')].map((one) => one.value));
  for (const word of ['3/9', '見本工務店', '忘れていた切手', '消耗品費', '840']) expect(typed, 'what was typed stays').toContain(word);
}
