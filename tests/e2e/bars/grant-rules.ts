// B07, B08, B12: a council of a town that nobody knows writes down what its grant says, and is told the day and the refund by it.

import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { grantRules as words } from '../../../ui/src/strings/ja/grant-rules';
import { grants } from '../../../ui/src/strings/ja/grants';
import { home } from '../../../ui/src/strings/ja/home';
import { nothingFound } from '../desk/axe';
import { sample } from '../desk/programs';
import { choose, exactly, fill, goTo, reach, see, shownText, use, type Seat } from '../desk/seat';
import { receiveGrant } from '../desk/slip';
import { firstStart } from '../journeys/first-start';
import { takeIn } from '../journeys/import-roster';
import { openSample } from '../journeys/sample';
import { slip } from './grants';

export const GRANT = 'ふるさと応援補助金';
const REPORT = '実績報告書';

/** 300,000 decided, 151,999 spent: a half of it, cut to 1,000 yen, is 75,000. */
export async function rulesAreWritten(seat: Seat): Promise<void> {
  await ofNoProfile(seat);
  await write(seat);
  await slip(seat, '交流会の会場', '151,999', GRANT);
  await seat.press('Control+Enter');
  await see(seat, '「交流会の会場');
  await goTo(seat, app.areas.grants);
  await see(seat, '対象経費 151,999円 × 1／2（1,000円未満切捨て）', '75,000円', '225,000円');
  await goTo(seat, app.areas.home);
  await see(seat, home.due, /3月20日[^]*実績報告書[^]*ふるさと応援補助金/);
  await seat.picture('grant-rules-4-home');
  await givenUp(seat);
}

/** A town that nobody knows has decided and paid a grant; the reader stands on its page. */
export async function ofNoProfile(seat: Seat): Promise<void> {
  await firstStart(seat, 'その他の市町村');
  await takeIn(seat, 'cash-book', sample('出納帳.xlsx'), { isPictured: false });
  await goTo(seat, app.areas.grants);
  await see(seat, grants.commonRules);
  await seat.press('Control+Enter');
  await see(seat, grants.recordLead);
  await fill(seat, grants.name, GRANT);
  await fill(seat, grants.amount, '30万');
  await fill(seat, grants.on, '7/6/1');
  await seat.press('Control+Enter');
  await see(seat, GRANT, '300,000円');
  await receiveGrant(seat, GRANT, { on: '7/7/10', counterparty: '見本市', description: '補助金の入金', amount: '30万' });
  await goTo(seat, app.areas.grants);
  await see(seat, grants.way, '300,000円');
}

/** What holds for every grant holds again, as it was told before, and 「元に戻す」 brings the written rules back. */
async function givenUp(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.grants);
  await see(seat, grants.way, words.change);
  await use(seat, words.openOf(GRANT, words.change));
  await see(seat, words.giveUpTitle, words.giveUpEffect(words.fixed, '75,000', '151,999'), words.giveUpEffect(grants.rest.refund, '225,000', '148,001'));
  await reach(seat, words.giveUp);
  await seat.picture('grant-rules-5-give-up');
  await nothingFound(seat, 'rules that can be given up');
  await seat.press('Enter');
  await see(seat, grants.commonRules, new RegExp(`${grants.rest.refund}\\s*148,001円`), app.undo);
  await use(seat, exactly(app.undo));
  await see(seat, new RegExp(`${grants.rest.refund}\\s*225,000円`));
}

async function write(seat: Seat): Promise<void> {
  await use(seat, words.openOf(GRANT, words.open));
  await see(seat, words.begun.common, words.amount);
  await seat.picture('grant-rules-1-form');
  await nothingFound(seat, 'the rules of a grant');
  await choose(seat, words.formula, '対象経費');
  await fill(seat, words.share, '1/2');
  await fill(seat, words.atMost, '10万');
  await choose(seat, words.round, '1,000円未満切捨て');
  await reach(seat, exactly(words.refundFroms.received));
  await seat.press('ArrowUp');
  await reach(seat, new RegExp(`^${words.paper(4)}\\s${REPORT}`));
  await seat.press('Enter');
  await fill(seat, words.day, '3/20');
  await use(seat, words.addCost);
  await fill(seat, words.costWords, '弁当、お茶');
  await fill(seat, words.per, '1000');
  await seat.press('Control+Enter');
  await see(seat, '要綱や手引きの名前を入れてください');
  await fill(seat, words.source, '見本市ふるさと応援補助金交付要綱');
  await seat.picture('grant-rules-2-written');
  await nothingFound(seat, 'the rules of a grant as they were written');
  await seat.press('Control+Enter');
  await see(seat, '対象経費の2分の1、上限100,000円、1,000円未満切捨て', '期限 令和8年3月20日', words.change, app.undo);
  await seat.picture('grant-rules-3-record');
}

/** The households of the year stand in the formula already, with where they come from, to be typed over. */
export async function formulaKnowsHouseholds(seat: Seat): Promise<void> {
  const name = '地域まちづくり交付金';
  await openSample(seat);
  await goTo(seat, app.areas.grants);
  await see(seat, grants.way);
  await use(seat, grants.of(name, grants.otherStep));
  await see(seat, grants.stepLead(name));
  await choose(seat, exactly(grants.stage), '交付申請');
  await see(seat, grants.byFormula);
  await choose(seat, exactly(grants.formula), '横浜市');
  const told = /令和7年度の加入状況（令和[^）]+、自治会 \d+）では ([\d,]+)です/;
  await see(seat, told);
  await reach(seat, grants.count('世帯数', '世帯'));
  const typed = await seat.ask(() => (document.activeElement as HTMLInputElement).value);
  expect(typed, 'the count that is told stands in the field').toBe(told.exec(await shownText(seat))![1]!.replace(',', ''));
  await seat.picture('grant-rules-6-households');
  await nothingFound(seat, 'a formula with the households of the year');
}
