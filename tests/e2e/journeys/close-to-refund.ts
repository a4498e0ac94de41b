// March to the refund: what was done is reported, the year is closed, the city fixes the amount, and the rest goes back.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { closing } from '../../../ui/src/strings/ja/closing';
import { grants as words } from '../../../ui/src/strings/ja/grants';
import { reports } from '../../../ui/src/strings/ja/reports';
import { nothingFound } from '../desk/axe';
import { stateBalances } from '../desk/balances';
import { choose, exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { openSample } from './sample';

const GRANT = '地域まちづくり交付金';

interface Step {
  on: string;
  number?: string;
  amount?: string;
}

export async function closeToRefund(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.grants);
  await see(seat, '194,549', words.next('事業の完了'));
  await record(seat, '事業の完了', { on: '8/3/10' });
  await see(seat, words.next('実績報告'), words.dueOn('令和8年3月24日'));
  await seat.picture('refund-1-completed');
  await nothingFound(seat, 'a grant whose work is done');
  expect(await paper(seat, '実績報告書・収支決算書・領収書の写し'), 'the report says what is left').toContain('194,549');
  await record(seat, '実績報告', { on: '8/3/14' });
  await closeTheYear(seat);

  await goTo(seat, app.areas.grants);
  await see(seat, words.next('額の確定'));
  await record(seat, '額の確定', { on: '8/4/20', number: '高コ推第456号', amount: '4,827,451' });
  await see(seat, words.next('精算'), '高コ推第456号', '194,549円');
  await seat.picture('refund-3-fixed');
  await record(seat, '精算', { on: '8/4/24' });
  await see(seat, words.next('返還'));
  expect(await paper(seat, '残額の届'), 'what goes back').toContain('194,549');
  await record(seat, '返還', { on: '8/4/30', number: '納第5号', amount: '194,549' });
  await see(seat, words.refunded, words.allDone, /返還[^\n]*令和8年4月30日[^\n]*済み[^\n]*194,549円/);
  await bookRefund(seat);
  await seat.picture('refund-4-given-back');
  await nothingFound(seat, 'a grant of which the rest was given back');
}

/** The refund becomes an expense of the year in which it was paid, once. */
async function bookRefund(seat: Seat): Promise<void> {
  await use(seat, words.bookRefundOf('令和8年4月30日'));
  await see(seat, words.bookRefundLead, words.bookOfYear('令和8年度'));
  await choose(seat, accounts.from, '普通預金');
  await fill(seat, accounts.itemField, '予備費');
  await seat.picture('refund-5-book');
  await nothingFound(seat, 'a refund that goes into the book');
  await seat.press('Control+Enter');
  await see(seat, words.way, words.bookedRefund);
}

/** What comes next is done; answers on its page once it stands there. */
async function record(seat: Seat, stage: string, step: Step): Promise<void> {
  await use(seat, words.writeStep(stage));
  await see(seat, words.stepLead(GRANT));
  await fillStep(seat, step);
}

async function fillStep(seat: Seat, { on, number, amount }: Step): Promise<void> {
  await reach(seat, words.stateLong.filed);
  await seat.press('ArrowDown');
  await fill(seat, exactly(words.stepOn), on);
  if (number !== undefined) await fill(seat, words.number, number);
  if (amount !== undefined) await fill(seat, words.stepAmount, amount);
  await seat.press('Control+Enter');
  await see(seat, words.way);
}

/** The words of a paper of the grant, put out from its page; then back at the grant. */
async function paper(seat: Seat, title: string): Promise<string> {
  await use(seat, words.openOf(GRANT, title));
  await see(seat, reports.checks, reports.outputs.pdf);
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  await goTo(seat, app.areas.grants);
  await see(seat, words.way);
  return execFileSync('pdftotext', ['-layout', pdf!, '-'], { encoding: 'utf8' });
}

async function closeTheYear(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, '186件');
  await goTo(seat, accounts.tabs['accounts/closing']);
  await see(seat, closing.inTheWay);
  await stateBalances(seat, '49,295', '738,494');
  await fill(seat, closing.by, '会長　見本');
  await use(seat, exactly(closing.close));
  await see(seat, closing.closedTitle, closing.intact);
  await seat.picture('refund-2-closed');
}
