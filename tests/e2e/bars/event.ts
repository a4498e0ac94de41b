// B02, B08: the cost and the takings of one event, each written under it, on the papers and in the settlement of its grant.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { reports } from '../../../ui/src/strings/ja/reports';
import { slips } from '../../../ui/src/strings/ja/slips';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { beginSlip, fillSlip } from '../desk/slip';
import { openSample } from '../journeys/sample';
import { decideSecond, SECOND, slip } from './grants';

const EVENT = 'ふれあい祭り事業';

/** 高松市: 412,345 of cost, 20,000 and 10,000 of takings, so that the city pays 382,000. */
export async function eventIsSettled(seat: Seat): Promise<void> {
  await openSample(seat);
  await decideSecond(seat);
  await slip(seat, '祭りの舞台', '412,345', SECOND);
  await choose(seat, accounts.activity, EVENT);
  await seat.picture('event-1-cost');
  await seat.press('Control+Enter');
  await see(seat, '「祭りの舞台');
  await takingsByForm(seat);
  await takingsBySlip(seat);

  await goTo(seat, app.areas.grants);
  await see(seat, '30,000円', '382,000円', '30,345円');
  await seat.picture('event-4-settled');
  await nothingFound(seat, 'the settlement of an event');

  expect(await paper(seat, '事業別決算書')).toMatch(new RegExp(`${EVENT}\\s+30,000\\s+240,000\\s+615,142`));
  // What the city does not pay in the end, 30,345, is borne by own funds.
  expect(await paper(seat, '財源別決算書')).toMatch(/関係人口受入事業補助金[^]*消耗品費[^\n]*382,000/);
}

/** The first takings in the form of an income. */
async function takingsByForm(seat: Seat): Promise<void> {
  await beginSlip(seat, 'expense');
  await reach(seat, exactly(accounts.kinds.expense));
  await seat.press('ArrowDown');
  await see(seat, accounts.recordLeads.income);
  await fillSlip(seat, { on: '1/10', counterparty: '出店者', description: '出店料', item: '資源回収売払', amount: '2万' });
  await choose(seat, accounts.into, '現金');
  await choose(seat, accounts.activity, EVENT);
  await seat.picture('event-2-takings');
  await nothingFound(seat, 'takings of an event');
  await seat.press('Control+Enter');
  await see(seat, '「出店料');
}

/** The rest as the next slip of a heap. */
async function takingsBySlip(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await goTo(seat, accounts.tabs['accounts/slips']);
  await see(seat, slips.typeLead);
  await fill(seat, new RegExp(`^${accounts.on}`), '1/11');
  await fill(seat, accounts.itemField, '資源回収売払');
  await fill(seat, accounts.description, 'くじの売上げ');
  await fill(seat, accounts.amount, '1万');
  await choose(seat, accounts.purse, '現金');
  await choose(seat, accounts.activity, EVENT);
  await seat.picture('event-3-slip');
  await seat.press('Control+Enter');
  await see(seat, '「くじの売上げ 10,000円」を記帳しました');
}

/** The words of a paper that is put out. */
async function paper(seat: Seat, title: string): Promise<string> {
  await goTo(seat, app.areas.reports);
  await see(seat, reports.title);
  await use(seat, `${title}　${reports.open}`);
  await see(seat, reports.checks);
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  return execFileSync('pdftotext', ['-layout', pdf!, '-'], { encoding: 'utf8' });
}
