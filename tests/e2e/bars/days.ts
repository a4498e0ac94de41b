// V01: one record on several days: written once, one line with every day on the report, every day in the calendar.

import { expect } from '@playwright/test';
import { activities as words } from '../../../ui/src/strings/ja/activities';
import { app } from '../../../ui/src/strings/ja/app';
import { nothingFound } from '../desk/axe';
import { printed } from '../desk/paper';
import { exactly, fill, goTo, see, type Seat, use } from '../desk/seat';
import { open } from '../desk/settled';
import { openSample } from '../journeys/sample';

const field = (label: string) => new RegExp(`^${label}`);

export async function oneRecordOnSeveralDays(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.activities);
  await see(seat, words.takeIn, '34件');
  await use(seat, exactly(words.add));
  await see(seat, words.newLead, words.otherDaysLead);
  await fill(seat, field(words.name), '川の清掃');
  await fill(seat, field(words.from), '5/12');
  await fill(seat, field(words.begins), '9:00');
  await fill(seat, field(words.ends), '11:00');
  await fill(seat, field(words.place), '水神川');
  await fill(seat, exactly(words.participants), '30');
  await use(seat, words.addDay);
  await fill(seat, exactly(words.otherDay(1)), '6/9');
  await fill(seat, exactly(words.otherParticipants(1)), '約25');
  await use(seat, words.addDay);
  await fill(seat, exactly(words.otherDay(2)), '5/12');
  await fill(seat, field(words.content), 'ごみ拾い');
  await seat.press('Control+Enter');
  await see(seat, '5月12日が、二つあります。');
  await fill(seat, exactly(words.otherDay(2)), '7/14');
  await seat.picture('days-1-written');
  await nothingFound(seat, 'several days being written');
  await seat.press('Control+Enter');
  await see(seat, words.days, words.daysSum(3, '約55', '0'), '6月9日（月）', '7月14日（月）');
  await seat.picture('days-2-record');
  await nothingFound(seat, 'one record on several days');

  await use(seat, exactly('7月14日（月）'));
  await see(seat, words.daysLead, '7月14日');
  await use(seat, exactly(words.edit));
  await see(seat, words.save);
  await fill(seat, exactly(words.participants), '20');
  await seat.press('Control+Enter');
  await see(seat, words.daysSum(3, '約75', '0'));
  const address = await seat.ask(() => location.hash.slice(2));

  const report = await printed(seat, '事業実績書');
  const plain = report.replaceAll(/\s/g, '');
  expect(plain.split('川の清掃'), 'on one line').toHaveLength(2);
  for (const one of ['5月12日', '6月9日', '7月14日', '約75']) expect(plain).toContain(one);
  const calendar = (await printed(seat, '年間行事予定表')).replaceAll(/\s/g, '');
  expect(calendar.split('川の清掃'), 'every day').toHaveLength(4);

  await goTo(seat, app.areas.activities);
  await see(seat, '37件');
  await open(seat, address);
  await dayOfItsOwn(seat);
}

/** One of the days becomes an occasion of its own; the others stay together. */
async function dayOfItsOwn(seat: Seat): Promise<void> {
  await use(seat, exactly(words.edit));
  await see(seat, words.save);
  await use(seat, exactly(words.partDay(2)));
  await see(seat, words.dayIsApart);
  await use(seat, exactly(words.keepDay(2)));
  await use(seat, exactly(words.partDay(2)));
  await see(seat, words.dayIsApart);
  await seat.picture('days-3-apart');
  await nothingFound(seat, 'a day being set apart');
  await seat.press('Control+Enter');
  await see(seat, words.daysSum(2, '50', '0'));
  const report = (await printed(seat, '事業実績書')).replaceAll(/\s/g, '');
  expect(report.split('川の清掃'), 'on two lines').toHaveLength(3);
}
