// B07, B08, B12: a council of a town that nobody knows writes down what its grant says, and is told the day and the refund by it.

import { app } from '../../../ui/src/strings/ja/app';
import { grantRules as words } from '../../../ui/src/strings/ja/grant-rules';
import { grants } from '../../../ui/src/strings/ja/grants';
import { home } from '../../../ui/src/strings/ja/home';
import { nothingFound } from '../desk/axe';
import { sample } from '../desk/programs';
import { choose, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { receiveGrant } from '../desk/slip';
import { firstStart } from '../journeys/first-start';
import { takeIn } from '../journeys/import-roster';
import { slip } from './grants';

const GRANT = 'ふるさと応援補助金';
const REPORT = '実績報告書';

/** 300,000 decided, 151,999 spent: a half of it, cut to 1,000 yen, is 75,000. */
export async function rulesAreWritten(seat: Seat): Promise<void> {
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
  await write(seat);
  await slip(seat, '交流会の会場', '151,999', GRANT);
  await seat.press('Control+Enter');
  await see(seat, '「交流会の会場');
  await goTo(seat, app.areas.grants);
  await see(seat, '対象経費 151,999円 × 1／2（1,000円未満切捨て）', '75,000円', '225,000円');
  await goTo(seat, app.areas.home);
  await see(seat, home.due, /3月20日[^]*実績報告書[^]*ふるさと応援補助金/);
  await seat.picture('grant-rules-4-home');
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
  await reach(seat, new RegExp(`^${words.refundFroms.received}$`));
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
