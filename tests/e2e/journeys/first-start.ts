// 自分の協議会をはじめる — from an empty folder to the empty desk, with the recovery key typed back.

import { home } from '../../../ui/src/strings/ja/home';
import { office } from '../../../ui/src/strings/ja/office';
import { choose, exactly, fill, see, use, type Seat } from '../desk/seat';
import { nothingFound } from '../desk/axe';

export const COUNCIL = '桜川地区まちづくり協議会';
export const PASSPHRASE = 'さくら公園の赤い屋根';
const words = office.start;

export async function firstStart(seat: Seat, city = '高松市', { month = office.yearStart.monthIs(4), holder = '' } = {}): Promise<void> {
  await see(seat, words.ownDoor);
  await seat.picture('first-start-1-doors');
  await nothingFound(seat, 'the two doors');
  await use(seat, words.ownDoor);
  await fill(seat, words.council, COUNCIL);
  await choose(seat, words.city, city);
  await choose(seat, exactly(office.yearStart.month), month);
  await fill(seat, exactly(words.passphrase), PASSPHRASE);
  await fill(seat, words.again, PASSPHRASE);
  if (holder !== '') await fill(seat, words.holder, holder);
  await seat.picture('first-start-2-form');
  await nothingFound(seat, 'the form of a new council');
  await seat.press('Control+Enter');

  await see(seat, words.sheetTitle);
  await seat.picture('first-start-3-recovery');
  await nothingFound(seat, 'the recovery sheet');
  const key = /\d{6}(-\d{6})+/.exec(await seat.ask(() => document.body.innerText))?.[0] ?? '';
  await seat.press('Control+Enter');
  await fill(seat, words.confirmField, key);
  await seat.press('Control+Enter');

  await see(seat, COUNCIL, home.due);
  await seat.picture('first-start-4-home');
  await nothingFound(seat, 'the new desk');
}
