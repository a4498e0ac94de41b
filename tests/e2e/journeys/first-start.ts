// 自分の協議会をはじめる — from an empty folder to the empty desk, with the recovery sheet typed back.

import { choose, fill, see, use, type Seat } from '../desk/seat';
import { nothingFound } from '../desk/axe';

export const PASSPHRASE = 'さくら公園の赤い屋根';

export async function firstStart(seat: Seat): Promise<void> {
  await see(seat, '見本を見る');
  await seat.picture('first-start-1-doors');
  await nothingFound(seat, 'the two doors');
  await use(seat, '自分の協議会をはじめる');
  await fill(seat, '協議会の名前', '桜川地区まちづくり協議会');
  await choose(seat, '市町村', '高松市');
  await choose(seat, '年度', '令和7年度');
  await fill(seat, /^合言葉$/, PASSPHRASE);
  await fill(seat, '合言葉（もう一度）', PASSPHRASE);
  await seat.picture('first-start-2-form');
  await nothingFound(seat, 'the form of a new council');
  await seat.press('Control+Enter');

  await see(seat, '復旧の紙を印刷する');
  await seat.picture('first-start-3-recovery');
  await nothingFound(seat, 'the recovery sheet');
  const key = await seat.ask(() => document.querySelector<HTMLElement>('.key p')?.innerText ?? '');
  await seat.press('Control+Enter');
  await fill(seat, '紙に書かれた鍵', key);
  await seat.press('Control+Enter');

  await see(seat, '桜川地区まちづくり協議会', '今やること');
  await seat.picture('first-start-4-home');
  await nothingFound(seat, 'the new desk');
}
