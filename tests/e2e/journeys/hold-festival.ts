// An occasion from the plan of the year to the printed report: planned, proposed, made, prepared, held, counted,
// photographed, paid for, told to others, printed; and one that the rain took.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { activities as words } from '../../../ui/src/strings/ja/activities';
import { app } from '../../../ui/src/strings/ja/app';
import { arrange } from '../../../ui/src/strings/ja/arrange';
import { attendance } from '../../../ui/src/strings/ja/attendance';
import { calendar } from '../../../ui/src/strings/ja/calendar';
import { plan } from '../../../ui/src/strings/ja/plan';
import { reports } from '../../../ui/src/strings/ja/reports';
import { nothingFound } from '../desk/axe';
import { printed } from '../desk/paper';
import { beginPlan } from '../desk/plan';
import { exactly, fill, goTo, see, use, type Seat } from '../desk/seat';
import { callOff, payFor, photograph, printSheets, seeCost } from './festival-photos';
import { openSample } from './sample';

const field = (label: string) => new RegExp(`^${label}`);

export async function holdFestival(seat: Seat): Promise<void> {
  await openSample(seat);
  await planIt(seat);
  await prepare(seat);
  await hold(seat);
  await use(seat, exactly(attendance.back));
  await see(seat, words.notices);
  await photograph(seat);
  await payFor(seat);
  await tellOthers(seat);
  await seeCost(seat);
  await callOff(seat);
  await printHours(seat);
  await goTo(seat, app.areas.reports);
  await see(seat, reports.title, '事業実績書');
  await use(seat, `事業実績書　${reports.open}`);
  await see(seat, reports.checks);
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  const report = execFileSync('pdftotext', ['-layout', pdf!, '-'], { encoding: 'utf8' });
  expect(report).toMatch(/3月20日.*春まつり/);
  expect(report.replaceAll(/\s/g, ''), 'what was called off and why').toMatch(/花見の会（中止）.*中止：雨のため/);
  await printSheets(seat);
}

async function planIt(seat: Seat): Promise<void> {
  await beginPlan(seat);
  await fill(seat, field(plan.activity), '春まつり事業');
  await fill(seat, field(plan.schedule), '3月20日');
  await see(seat, '3月20日（金）');
  await fill(seat, field(plan.place), '中央公園');
  await seat.press('Control+Enter');
  await see(seat, '春まつり事業');
  await use(seat, exactly(plan.make));
  await see(seat, arrange.lead, arrange.sources.plan('3月20日'));
  await seat.picture('festival-1-proposed');
  await nothingFound(seat, 'what the plan proposes');
  await seat.press('Control+Enter');
  await see(seat, words.planned(1));
  await seat.picture('festival-2-planned');
}

async function prepare(seat: Seat): Promise<void> {
  await use(seat, exactly(words.tabs['activities/calendar']));
  await see(seat, '20日（金）');
  await seat.picture('festival-3-calendar');
  await nothingFound(seat, 'the calendar of the year');
  await use(seat, exactly('春まつり'));
  await see(seat, words.plannedCard, words.dutiesEmpty);
  await use(seat, exactly(words.addDuty));
  await fill(seat, field(words.what), '受付');
  await fill(seat, field(words.who), '見本女性会');
  await use(seat, exactly(words.saveTask));
  await see(seat, '見本女性会');
  await use(seat, exactly(words.addPreparation));
  await fill(seat, field(words.what), 'テントを借りる');
  await fill(seat, field(words.until), '3/18');
  await use(seat, exactly(words.saveTask));
  await see(seat, words.untilDay('3月18日（水）'));
  await seat.picture('festival-4-prepared');
  await nothingFound(seat, 'an occasion that is prepared');
}

async function hold(seat: Seat): Promise<void> {
  await use(seat, exactly(words.held));
  await see(seat, words.reflection, words.save);
  await fill(seat, field(words.participants), '約120');
  await fill(seat, field(words.begins), '10:00');
  await fill(seat, field(words.ends), '15:00');
  await fill(seat, field(words.weather), '晴れ');
  await seat.picture('festival-5-written');
  await nothingFound(seat, 'an occasion being written');
  await seat.press('Control+Enter');
  await see(seat, words.people('約120'), '10:00～15:00');
  await use(seat, exactly(words.attendance));
  await see(seat, attendance.thereNone);
  await fill(seat, field(attendance.find), 'となりまち花子');
  // What a button is called is told with plain spaces.
  await use(seat, exactly(attendance.partOf(attendance.addNamed('となりまち花子'), attendance.parts.helper)));
  await see(seat, attendance.counted(0, 1), '5時間');
  await seat.picture('festival-6-attendance');
  await nothingFound(seat, 'who was there');
  await countAges(seat);
}

/** By age, where the city asks for it: the sums become those of the record. */
async function countAges(seat: Seat): Promise<void> {
  await use(seat, exactly(attendance.byAge));
  const { parts, ages } = attendance;
  const counted = [[parts.participant, ages.child, '70'], [parts.participant, ages.adult, '35'], [parts.participant, ages.elder, '１５'], [parts.helper, ages.adult, '12']] as const;
  for (const [part, age, number] of counted) await fill(seat, attendance.partOf(part, age).replaceAll('　', ' '), number);
  await seat.picture('festival-6-ages');
  await nothingFound(seat, 'who came by age');
  await use(seat, exactly(attendance.save));
  await see(seat, attendance.record(attendance.people(120), attendance.people(12)));
  await use(seat, app.undo);
  await see(seat, attendance.record(words.people('約120'), attendance.people(null)));
}

/** V03: the hours of who helped, and their sum for the report. */
async function printHours(seat: Seat): Promise<void> {
  const paper = await printed(seat, 'ボランティア活動時間の集計');
  expect(paper).toMatch(/となりまち花子[^]*5時間/);
}

/** The year as a file for other calendars, and this occasion as a sheet to be passed round. */
async function tellOthers(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.activities);
  await see(seat, words.takeIn);
  await use(seat, exactly(words.tabs['activities/calendar']));
  await see(seat, calendar.files);
  const [ics] = await seat.filesOf(() => use(seat, exactly(calendar.fileOf('行事カレンダー'))));
  expect(readFileSync(ics!, 'utf8')).toMatch(/^BEGIN:VCALENDAR[^]*SUMMARY:春まつり[^]*DTSTART;TZID=Asia\/Tokyo:20260320T100000/);
  const [csv] = await seat.filesOf(() => use(seat, exactly(calendar.fileOf('イベント一覧（以前の推奨データセット）'))));
  const [heads = '', ...rows] = readFileSync(csv!, 'utf8').split(/\r?\n/);
  expect(heads, 'with its mark, and the first columns as they are to stand').toMatch(/^\uFEFF"都道府県コード又は市区町村コード","NO","都道府県名","市区町村名",/);
  expect(rows.filter((row) => row.includes('春まつり'))).toHaveLength(1);
  await seat.picture('festival-7-files');
  await nothingFound(seat, 'the files of the year');
  await use(seat, exactly('春まつり'));
  await see(seat, words.notices);
  const [sheet] = await seat.filesOf(() => use(seat, exactly(words.noticePdf)));
  expect(execFileSync('pdftotext', ['-layout', sheet!, '-'], { encoding: 'utf8' })).toMatch(/「春まつり」のご報告[^]*約120/);
  await seat.picture('festival-8-told');
}
