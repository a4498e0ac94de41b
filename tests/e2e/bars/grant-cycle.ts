// B06, B12: a grant on its whole way: 内示, 申請, 決定, 請求 in two instalments, 変更承認 and 財産処分, each with its papers and figures.

import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { grants as words } from '../../../ui/src/strings/ja/grants';
import { nothingFound } from '../desk/axe';
import { openPaper, printed, putOut } from '../desk/paper';
import { choose, exactly, fill, goTo, reach, type Seat, see, use } from '../desk/seat';
import { receiveGrant } from '../desk/slip';
import { openSample } from '../journeys/sample';
import { slip } from './grants';

/** One that no profile knows: nothing says that it is paid only after the work. */
const GRANT = '地区活性化補助金';
const CLAIM = '交付請求書';
const bare = (paper: string) => paper.replaceAll(/\s/g, '');

interface Step {
  /** How far it is; without one as far as the form says. */
  state?: 'preparing' | 'done';
  on: string;
  number?: string;
  amount?: string;
}

export async function grantCycle(seat: Seat): Promise<void> {
  await openSample(seat);
  await appliedFor(seat);
  await decided(seat);
  await firstInstalment(seat);
  await secondInstalment(seat);
  await changed(seat);
  await onEachDay(seat);
  await other(seat, '財産処分', { on: '8/3/14', number: '処第2号' });
  await see(seat, /財産処分[^\n]*令和8年3月14日[^\n]*提出した[^\n]*処第2号/, /財産処分\s*提出した/);
  await seat.picture('cycle-6-way');
  await nothingFound(seat, 'a grant near the end of its way');
}

/** Known by its name, with the city's 内示, and applied for with what was hoped for. */
async function appliedFor(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.grants);
  await see(seat, '194,549');
  await use(seat, exactly(words.add));
  await see(seat, words.addLead);
  await fill(seat, words.name, GRANT);
  await seat.press('Control+Enter');
  await see(seat, GRANT, words.next('交付申請'));
  await other(seat, '内示', { state: 'done', on: '7/4/10', number: '内第3号', amount: '45万' });
  await see(seat, /内示[^\n]*令和7年4月10日[^\n]*済み[^\n]*内第3号[^\n]*450,000円/);
  await next(seat, '交付申請', { on: '7/5/1', number: '協申第1号', amount: '52万' });
  await see(seat, /交付申請[^\n]*令和7年5月1日[^\n]*提出した[^\n]*520,000円/, words.undecided);
  await seat.picture('cycle-1-applied');
  await nothingFound(seat, 'a grant that was applied for');
  const application = bare(await printed(seat, '交付申請書', GRANT));
  expect(application).toMatch(new RegExp(`${GRANT}交付申請書.*交付申請額520,000円`));
}

/** The award is written in its own form, and what comes next is the money. */
async function decided(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.grants);
  await see(seat, words.way);
  await correct(seat, '交付申請', '令和7年5月1日', () => turnTo(seat, 'done'));
  await see(seat, words.next('交付決定'));
  await use(seat, words.of(GRANT, words.writeStep('交付決定')));
  await see(seat, words.recordLead);
  await fill(seat, words.amount, '50万');
  await fill(seat, words.on, '7/6/1');
  await fill(seat, words.number, '協第9号');
  await seat.press('Control+Enter');
  await see(seat, '協第9号', '500,000円', words.next('請求'));
  await seat.picture('cycle-2-decided');
}

/** 200,000 are asked for, and come. */
async function firstInstalment(seat: Seat): Promise<void> {
  await next(seat, '請求', { on: '7/7/1', amount: '20万' });
  await see(seat, /請求[^\n]*令和7年7月1日[^\n]*提出した[^\n]*200,000円/);
  await receiveGrant(seat, GRANT, { on: '7/7/20', counterparty: '高松市', description: '補助金の一回目', amount: '20万' });
  await goTo(seat, app.areas.grants);
  await see(seat, words.way);
  await correct(seat, '請求', '令和7年7月1日', () => turnTo(seat, 'done'));
  await see(seat, /請求[^\n]*令和7年7月1日[^\n]*済み/);
}

/** More than the rest is told on the paper, and put right before it goes out. */
async function secondInstalment(seat: Seat): Promise<void> {
  await other(seat, '請求', { state: 'preparing', on: '7/10/1', amount: '31万' });
  await see(seat, /請求[^\n]*令和7年10月1日[^\n]*準備中[^\n]*310,000円/);
  await openPaper(seat, CLAIM, GRANT);
  await see(seat, '請求の合計が、交付決定額を 10,000円こえます。', 'すでに受け取った額と、まだ入金のない請求を確かめてください。');
  await seat.picture('cycle-3-over');
  await nothingFound(seat, 'a claim over what is left');
  await goTo(seat, app.areas.grants);
  await see(seat, words.way);
  await correct(seat, '請求', '令和7年10月1日', () => fill(seat, words.stepAmount, '30万'));
  await see(seat, /請求[^\n]*令和7年10月1日[^\n]*300,000円/);
  await openPaper(seat, CLAIM, GRANT);
  await see(seat, '今回の請求 300,000円は、交付決定額の中に収まります。');
  const claim = bare(await putOut(seat));
  expect(claim).toMatch(/令和7年6月1日付け協第9号で.*請求金額金300,000円.*交付決定額500,000円.*すでに受け取った額200,000円.*今回の請求額300,000円.*請求のあとの残り0円/);
  expect(claim).toMatch(/1R7\.7\.1200,000済み2R7\.10\.1300,000準備中/);
}

/** As long as the city has not answered the award is what it was; with its answer it is what was asked for. */
async function changed(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.grants);
  await see(seat, words.way);
  await other(seat, '変更承認', { on: '7/11/20', number: '協第40号', amount: '48万' });
  await see(seat, /変更承認[^\n]*令和7年11月20日[^\n]*提出した[^\n]*480,000円/, '500,000円');
  const change = bare(await printed(seat, '変更（中止・廃止）承認申請書', GRANT));
  expect(change).toMatch(/交付決定額（A）500,000円.*変更後の交付額（B）480,000円.*差引（B−A）△20,000円/);
  await goTo(seat, app.areas.grants);
  await see(seat, words.way);
  await correct(seat, '変更承認', '令和7年11月20日', async () => {
    await turnTo(seat, 'done');
    await fill(seat, exactly(words.stepOn), '7/12/1');
  });
  await see(seat, /変更承認[^\n]*令和7年12月1日[^\n]*済み/, '480,000円');
  await seat.picture('cycle-4-changed');
}

/** The figures of the day before and of the day: of the change, and of an expense. */
async function onEachDay(seat: Seat): Promise<void> {
  await slip(seat, '交流会の会場', '123,456', GRANT);
  await seat.press('Control+Enter');
  await see(seat, '「交流会の会場');
  await goTo(seat, app.areas.grants);
  await see(seat, words.moment);
  await choose(seat, words.moment, words.otherDay);
  const tiles = (decided: string, left: string) => new RegExp(`${GRANT}[^]*${words.decided}\\s*${decided}円[^]*${words.left}\\s*${left}円`);
  const days: [string, string, string, string][] = [
    ['11/30', '令和7年11月30日', '500,000', '500,000'],
    ['12/1', '令和7年12月1日', '480,000', '480,000'],
    ['8/1/9', '令和8年1月9日', '480,000', '480,000'],
    ['8/1/10', '令和8年1月10日', '480,000', '356,544'],
  ];
  for (const [typed, day, decided, left] of days) {
    await fill(seat, new RegExp(`^${words.day}`), typed);
    await use(seat, words.seeDay);
    await see(seat, words.asOf(day), tiles(decided, left));
  }
  await seat.picture('cycle-5-day');
  await choose(seat, words.moment, words.now);
}

/** What comes next is written down. */
async function next(seat: Seat, stage: string, step: Step): Promise<void> {
  await use(seat, words.of(GRANT, words.writeStep(stage)));
  await write(seat, step);
}

/** What comes only where there is a reason. */
async function other(seat: Seat, stage: string, step: Step): Promise<void> {
  await use(seat, words.of(GRANT, words.otherStep));
  await see(seat, words.stepLead(GRANT));
  await choose(seat, exactly(words.stage), stage);
  await write(seat, step);
}

async function correct(seat: Seat, stage: string, on: string, put: () => Promise<void>): Promise<void> {
  await use(seat, words.of(GRANT, words.correctOf(stage, on)));
  await see(seat, words.stepLead(GRANT));
  await put();
  await seat.press('Control+Enter');
  await see(seat, words.way);
}

/** From 提出した, which stands in the middle. */
async function turnTo(seat: Seat, state: 'preparing' | 'done'): Promise<void> {
  await reach(seat, words.stateLong.filed);
  await seat.press(state === 'done' ? 'ArrowDown' : 'ArrowUp');
}

async function write(seat: Seat, { state, on, number, amount }: Step): Promise<void> {
  await see(seat, words.stepLead(GRANT));
  if (state !== undefined) await turnTo(seat, state);
  await fill(seat, exactly(words.stepOn), on);
  if (number !== undefined) await fill(seat, words.number, number);
  if (amount !== undefined) await fill(seat, words.stepAmount, amount);
  await seat.press('Control+Enter');
  await see(seat, words.way);
}
