// B06–B10, B12: a second grant beside the first, its verdicts, its papers and the copy of one that was filed.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { grants as words } from '../../../ui/src/strings/ja/grants';
import { home } from '../../../ui/src/strings/ja/home';
import { reports } from '../../../ui/src/strings/ja/reports';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { beginSlip } from '../desk/slip';
import { openSample } from '../journeys/sample';

const FIRST = '地域まちづくり交付金';
export const SECOND = '関係人口受入事業補助金';
const SETTLEMENT = '精算書';

export async function grantsBesideEachOther(seat: Seat): Promise<void> {
  await openSample(seat);
  await decideSecond(seat);
  await verdictAndWarning(seat);
  await expense(seat, '交流会の会場', '123,456', SECOND);

  await goTo(seat, app.areas.grants);
  await see(seat, '191,549', '123,000円', '456円');
  await seat.picture('grants-3-two');
  await nothingFound(seat, 'two grants');
  await use(seat, words.openOf(SECOND, SETTLEMENT));
  await see(seat, reports.checks, '123,000');
  await seat.picture('grants-4-settlement');
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  const filed = textOf(pdf!);
  expect(filed).toMatch(/協第9号[^]*123,000/);
  expect(filed).not.toContain(FIRST);

  await expense(seat, '交流会の飾り', '5,000', SECOND);
  await goTo(seat, app.areas.grants);
  await see(seat, '128,000円');
  const [copy] = await seat.filesOf(() => use(seat, words.openCopy(SECOND, SETTLEMENT)));
  expect(textOf(copy!)).toBe(filed);

  await withoutRest(seat);
  await goTo(seat, app.areas.home);
  await see(seat, home.due, `${FIRST}　まだ作っていません`, `${SECOND}　まだ作っていません`);
  await seat.picture('grants-5-due');
  await nothingFound(seat, 'what is due of two grants');
}

/** B08: once the last yen of the first grant is charged, nothing is left of it, and no paper asks about that. */
async function withoutRest(seat: Seat): Promise<void> {
  const offered = () => seat.ask((start) => [...document.querySelectorAll('main a')].map((one) => one.ariaLabel ?? '').filter((name) => name.includes('残額の届') && name.startsWith(start)).length, FIRST);
  await goTo(seat, app.areas.reports);
  await see(seat, reports.ready, reports.areas.handover);
  expect(await offered(), 'something is left').toBe(1);
  await goTo(seat, app.areas.home);
  await expense(seat, '最後の一円まで', '191,549', FIRST);
  await goTo(seat, app.areas.reports);
  await see(seat, reports.ready, reports.areas.handover);
  await expect.poll(offered, { message: 'nothing is left' }).toBe(0);
  await use(seat, app.undo);
  await expect.poll(offered, { message: 'it is left again' }).toBe(1);
}

/** B06: the second grant leaves the first as it is, and any day can be looked at. */
export async function decideSecond(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.grants);
  await see(seat, '194,549');
  await seat.press('Control+Enter');
  await see(seat, words.recordLead);
  await fill(seat, words.name, SECOND);
  await fill(seat, words.amount, '50万');
  await fill(seat, words.on, '7/6/1');
  await fill(seat, words.number, '協第9号');
  await seat.press('Control+Enter');
  await see(seat, '協第9号', '500,000円', '194,549');
  await choose(seat, words.moment, '5月末');
  await see(seat, words.asOf('令和7年5月31日'), words.undecided);
  await seat.picture('grants-1-may');
  await choose(seat, words.moment, words.now);
  await see(seat, '協第9号');
}

/** B07, B09: the rules speak in plain words, a written reason stands above them, and nothing is hindered. */
async function verdictAndWarning(seat: Seat): Promise<void> {
  await slip(seat, '参加賞の景品', '30万', FIRST);
  await see(seat, 'この支出は、交付金の対象外と思われます。', '景品・参加賞は、対象外とする市が多くあります。');
  await see(seat, /1月10日に現金が [\d,]+円 足りなくなります。/);
  await see(seat, /\S+の「交付決定額」を[\d,]+円こえます。こえた分は自主財源でまかなうことになります。/, new RegExp(`「${FIRST}」の決まりは、.+です（.+）。`));
  await fill(seat, new RegExp(`^${accounts.reason}`), '市の担当課に確かめた');
  await seat.picture('grants-2-verdict');
  await nothingFound(seat, 'a slip against the rules');
  await fill(seat, new RegExp(`^${accounts.amount}`), '3千');
  await seat.press('Control+Enter');
  await see(seat, '記帳しました');
}

async function expense(seat: Seat, description: string, amount: string, grant: string): Promise<void> {
  await slip(seat, description, amount, grant);
  await seat.press('Control+Enter');
  await see(seat, `「${description}`);
}

/** A slip of the book as far as it is typed. */
export async function slip(seat: Seat, description: string, amount: string, grant: string, item = '消耗品費'): Promise<void> {
  await beginSlip(seat, 'expense');
  await fill(seat, accounts.on, '1/10');
  await fill(seat, accounts.counterparty, '桜町文具店');
  await fill(seat, accounts.description, description);
  await fill(seat, accounts.itemField, item);
  await fill(seat, accounts.amount, amount);
  await choose(seat, accounts.from, '現金');
  await choose(seat, accounts.funding, grant);
  await reach(seat, exactly(accounts.eligibilities.eligible));
  await seat.press('Space');
}

const textOf = (pdf: string) => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
