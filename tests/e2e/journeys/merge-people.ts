// (g) Two records of one person become one, the office works on, and the merge is taken back: both are there again.

import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { home } from '../../../ui/src/strings/ja/home';
import { office } from '../../../ui/src/strings/ja/office';
import { roster } from '../../../ui/src/strings/ja/roster';
import { same as words } from '../../../ui/src/strings/ja/same';
import { nothingFound } from '../desk/axe';
import { openSample } from './sample';
import { exactly, fill, goTo, reach, see, shownText, use, type Seat } from '../desk/seat';

const PAIRS = 5;

export async function mergePeople(seat: Seat): Promise<void> {
  await openSample(seat);
  await see(seat, home.duplicates(PAIRS));
  await seat.picture('same-1-home');
  await use(seat, home.duplicatesOpen);
  await see(seat, words.lead(PAIRS), words.turn(1, PAIRS), '林　凜');
  await seat.picture('same-2-pair');
  await nothingFound(seat, 'two records side by side');
  await seat.press('Control+Enter');
  await see(seat, app.undo, words.turn(1, PAIRS - 1));
  await seat.picture('same-3-merged');

  await reach(seat, words.keepOne('山﨑　正'));
  await seat.press('ArrowDown');
  await use(seat, words.apart);
  await see(seat, words.turn(1, PAIRS - 2));
  expect(await seat.ask(() => document.querySelector<HTMLInputElement>('main input[type=radio]')?.checked), 'another pair begins anew').toBe(true);
  await worksOn(seat);

  await goTo(seat, app.areas.settings);
  await use(seat, '変更の履歴を見る');
  await see(seat, '交付決定');
  await fill(seat, office.history.find, '林凜　まとめ');
  await see(seat, 'にまとめました');
  expect(await shownText(seat), 'only what says these words').not.toContain('交付決定');
  await seat.picture('same-4-history');
  await nothingFound(seat, 'the history with a search');
  await use(seat, /まとめました$/);
  await use(seat, exactly(app.areas.roster));
  await use(seat, exactly(roster.tabs['roster/same']));
  await see(seat, words.lead(PAIRS - 1), '林　凜');
  await seat.picture('same-5-back');
}

/** Something else is written in between: a telephone number of the one who stayed. */
async function worksOn(seat: Seat): Promise<void> {
  await seat.press('Control+k');
  await seat.type('はやし　りん');
  await see(seat, '林　凜');
  await seat.press('Enter');
  await see(seat, roster.life);
  expect(await shownText(seat)).toContain('民生委員児童委員協議会');
  await seat.picture('same-6-life');
  await nothingFound(seat, 'a life of one person');
  await seat.press('Control+Enter');
  await fill(seat, roster.mobile, '090-1111-2222');
  await seat.press('Control+Enter');
  await see(seat, '090-1111-2222');
}
