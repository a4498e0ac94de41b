// V01, V05: what is announced of an occasion is written once and stands on its sheet, in the calendar and in the open data; and
// the sheet on which somebody writes by hand is made at a press.

import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { activities as words } from '../../../ui/src/strings/ja/activities';
import { app } from '../../../ui/src/strings/ja/app';
import { calendar } from '../../../ui/src/strings/ja/calendar';
import { nothingFound } from '../desk/axe';
import { wordsOf } from '../desk/paper';
import { exactly, fill, goTo, see, type Seat, use } from '../desk/seat';
import { openSample } from '../journeys/sample';

const field = (label: string) => new RegExp(`^${label}`);
const plain = (pdf: string) => wordsOf(pdf).replaceAll(/\s/g, '');

export async function occasionIsAnnounced(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.activities);
  await see(seat, words.takeIn);
  await use(seat, exactly(words.add));
  await see(seat, words.newLead, words.announcementFold);
  await fill(seat, field(words.name), '花の教室');
  await fill(seat, field(words.from), '3/28');
  await fill(seat, field(words.begins), '10:00');
  await fill(seat, field(words.ends), '12:00');
  await fill(seat, field(words.place), '集会所');
  await use(seat, exactly(words.announcementFold));
  await see(seat, words.announcementLead);
  await fill(seat, exactly(words.fee), '500');
  await fill(seat, field(words.feeNote), '小学生は無料');
  await fill(seat, field(words.capacity), '20');
  await fill(seat, field(words.applyBy), '3/29');
  await fill(seat, field(words.applyHow), '電話で');
  await fill(seat, field(words.bring), 'はさみ');
  await fill(seat, field(words.address), '高松市見本町1番地');
  await seat.picture('announced-1-written');
  await nothingFound(seat, 'what is announced being written');
  await seat.press('Control+Enter');
  await see(seat, '申込の締切が、行事の日よりあとです。');
  await seat.picture('announced-2-late');
  await fill(seat, field(words.applyBy), '3/20');
  await seat.press('Control+Enter');
  await see(seat, words.plannedCard, '500円（小学生は無料）', '3月20日（金）まで　電話で');
  await seat.picture('announced-3-record');
  await nothingFound(seat, 'an occasion with what is announced');

  const [sheet] = await seat.filesOf(() => use(seat, exactly(words.noticePdf)));
  const told = plain(sheet!);
  for (const one of ['「花の教室」のお知らせ', '料金500円（小学生は無料）', '定員20人', '申込3月20日（金）まで電話で', 'はさみ', '住所高松市見本町1番地']) expect(told).toContain(one);
  await handSheet(seat);

  await goTo(seat, app.areas.activities);
  await see(seat, words.takeIn);
  await use(seat, exactly(words.tabs['activities/calendar']));
  await see(seat, calendar.files);
  const [csv] = await seat.filesOf(() => use(seat, exactly(calendar.fileOf('イベント一覧（今の標準データセット）'))));
  expect(readFileSync(csv!, 'utf8')).toMatch(/"花の教室"[^\n]*"500","小学生は無料"[^\n]*"高松市見本町1番地","香川県","高松市"[^\n]*"20","2026-03-20","","電話で"[^\n]*"はさみ"/);
}

/** What is settled stands on it, and room for the rest. */
async function handSheet(seat: Seat): Promise<void> {
  const [made] = await seat.filesOf(() => use(seat, exactly(words.sheetPrint)));
  await see(seat, words.sheetMade('行事の記入用紙_花の教室.pdf'));
  const written = plain(made!);
  for (const one of ['行事の記入用紙', '花の教室', '令和8年3月28日', '10:00～12:00', '集会所', '天気', '反省点', '記入者']) expect(written).toContain(one);
  await seat.picture('announced-4-hand-sheet');
  await nothingFound(seat, 'the sheet for a hand');
}
