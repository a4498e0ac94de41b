// B04: 流用 up to the threshold is quiet; a yen more is warned of and saved all the same; 予備費 has a name of its own.

import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { budget as words } from '../../../ui/src/strings/ja/budget';
import { nothingFound } from '../desk/axe';
import { choose, fill, see, shownText, use, type Seat } from '../desk/seat';
import { openBooks } from '../journeys/sample';

const OVER_LIMIT = '「人件費」から「消耗品費」への流用が、承認のめやすをこえています。';
const WHY = '動かした額は 111,001円、めやす（予算の少ないほうの科目の20％）は 111,000円です。';

export async function movedOverTheLimit(seat: Seat): Promise<void> {
  await openBooks(seat, 'accounts/budget');
  await see(seat, words.noMoves);
  await use(seat, words.newMove);
  await see(seat, words.moveLead, words.afterNone);
  await choose(seat, words.from, '人件費');
  await choose(seat, words.to, '消耗品費');
  await fill(seat, words.amount, '111,000');
  await see(seat, words.leftOf(words.fromShort, '2,225'), words.leftOf(words.toShort, '186,126'));
  expect(await shownText(seat), 'a fifth of the smaller line is quiet').not.toContain(OVER_LIMIT);
  await fill(seat, words.amount, '１１１，００１');
  await see(seat, words.leftOf(words.fromShort, '2,224'), OVER_LIMIT, WHY);
  await fill(seat, words.on, '3/10');
  await fill(seat, words.why, '用紙の値上がり');
  await fill(seat, words.by, '会長');
  await seat.picture('move-1-over');
  await nothingFound(seat, '流用 over the threshold');
  await seat.press('Control+Enter');

  await see(seat, words.newRevision, OVER_LIMIT, words.movedLine('人件費', '消耗品費', '111,001'), '用紙の値上がり（会長）', /消耗品費[^合]*666,001/);
  await use(seat, words.newMove);
  await see(seat, words.moveLead);
  await choose(seat, words.from, '予備費');
  await choose(seat, words.to, '消耗品費');
  await fill(seat, words.amount, '5千');
  await fill(seat, words.on, '3/11');
  await fill(seat, words.why, '封筒が足りない');
  await seat.press('Control+Enter');
  await see(seat, new RegExp(`${words.kinds.contingency}\\s*${words.movedLine('予備費', '消耗品費', '5,000')}`), '53,774', '671,001');
  await seat.picture('move-2-listed');
  await nothingFound(seat, 'the budget with what was moved');

  await use(seat, words.takeBackOf('人件費', '消耗品費'));
  await see(seat, /5,000\s+560,000/, app.undo);
  expect(await shownText(seat), 'what was taken back is warned of no more').not.toContain(OVER_LIMIT);
}
