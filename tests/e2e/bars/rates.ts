// V03: the council says what an hour of its helpers is reckoned at, from which day on and after which paper.

import { expect } from '@playwright/test';
import { activities } from '../../../ui/src/strings/ja/activities';
import { app } from '../../../ui/src/strings/ja/app';
import { attendance } from '../../../ui/src/strings/ja/attendance';
import { rates as words } from '../../../ui/src/strings/ja/rates';
import { nothingFound } from '../desk/axe';
import { printed } from '../desk/paper';
import { exactly, fill, goTo, see, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const field = (label: string) => new RegExp(`^${label}`);
const PAPER = 'ボランティア活動時間の集計';

/** Somebody helps for three hours on the first of February. */
async function help(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.activities);
  await see(seat, activities.takeIn);
  await use(seat, exactly(activities.add));
  await see(seat, activities.newLead);
  await fill(seat, field(activities.name), '豆まき');
  await fill(seat, field(activities.from), '8/2/1');
  await fill(seat, field(activities.begins), '9:00');
  await fill(seat, field(activities.ends), '12:00');
  await fill(seat, exactly(activities.participants), '30');
  await seat.press('Control+Enter');
  await see(seat, activities.notices);
  await use(seat, exactly(activities.attendance));
  await see(seat, attendance.thereNone);
  await fill(seat, exactly(attendance.find), '見本　花子さん');
  await use(seat, exactly(attendance.partOf(attendance.addNamed('見本　花子さん'), attendance.parts.helper)));
  await see(seat, attendance.worked('3時間'));
}

export async function hoursAreWorth(seat: Seat): Promise<void> {
  await openSample(seat);
  await help(seat);
  await use(seat, exactly(words.link));
  await see(seat, words.ownNone, words.ofCity, words.line('令和7年10月18日', '1,036'));
  await use(seat, exactly(words.add));
  await fill(seat, field(words.from), 'R8.1.1');
  await fill(seat, field(words.yen), '千百');
  await seat.press('Control+Enter');
  await see(seat, '「千百」');
  await fill(seat, field(words.yen), '１，１００円');
  await seat.press('Control+Enter');
  await see(seat, 'もとにした資料が空いています。');
  await fill(seat, field(words.based), '助成金の手引き 5ページ');
  await seat.picture('rates-1-written');
  await nothingFound(seat, 'the worth of an hour being written');
  await seat.press('Control+Enter');
  await see(seat, words.line('令和8年1月1日', '1,100'), words.source('助成金の手引き 5ページ'));
  await seat.picture('rates-2-kept');
  await nothingFound(seat, 'the worth of an hour');
  const paper = (await printed(seat, PAPER)).replaceAll(/\s/g, '');
  expect(paper).toMatch(/令和8年1月1日から1,1003時間3,300助成金の手引き5ページ/);
  await seat.picture('rates-3-paper');
  await goTo(seat, app.areas.settings);
  await see(seat, words.linkWhat);
  await seat.picture('rates-4-settings');
  await use(seat, exactly(words.title));
  await see(seat, words.own, words.line('令和8年1月1日', '1,100'));
}
