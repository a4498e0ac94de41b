// E01, E02, E03, E05: what was filed stays, the recorded count beside the reported one, lines over the years of an association and of an area, and the
// target with what is still to go.

import { app } from '../../../ui/src/strings/ja/app';
import { enrolment as words } from '../../../ui/src/strings/ja/enrolment';
import { enrolmentYear as year } from '../../../ui/src/strings/ja/enrolment-year';
import { expect } from '@playwright/test';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, see, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';
import { find } from './people';

const EAST = '栗林町一丁目東自治会';

export async function countsLinesAndTarget(seat: Seat): Promise<void> {
  await openSample(seat);
  await openEast(seat);
  await see(seat, '自治会加入状況.xlsx');
  for (const label of ['令和3', '令和4', '令和5', '令和6', '令和7']) expect(await drawn(seat), label).toContain(label);
  expect(await drawn(seat)).toMatch(/32\.2[^]*全体 46\.9/);
  await use(seat, exactly(words.further));
  await choose(seat, exactly(words.kind), '名簿・台帳の世帯');
  await fill(seat, exactly(words.asOf), '7/4/1');
  await fill(seat, exactly(words.households), '46');
  await fill(seat, exactly(words.source), '班長会の報告');
  await use(seat, exactly(words.addFurther));
  await see(seat, '46', words.differenceShown(2), '班長会の報告', '名簿の世帯と違います');
  await seat.picture('bars-e02-counts');
  await nothingFound(seat, 'the counts of an association');

  await use(seat, exactly(app.areas.enrolment));
  await use(seat, year.links.year);
  await see(seat, year.percent('62.4'), year.points('15.5'), year.neededShown('436'));
  await choose(seat, exactly(year.areaDrawn), '桜町');
  await see(seat, year.areaTrend('桜町'));
  for (const label of ['令和3', '令和7']) expect(await drawn(seat), label).toContain(label);
  await seat.picture('bars-e03-area');
  await fill(seat, exactly(year.targetOwn), '５０％');
  await fill(seat, exactly(year.targetSource), '令和7年度総会');
  await use(seat, exactly(year.targetSave));
  await see(seat, year.percent('50.0'), year.points('3.1'), year.neededShown('88'));
  await seat.picture('bars-e05-target');
  await nothingFound(seat, 'the target of a year');

  await use(seat, exactly(year.snapshotTake));
  await see(seat, year.snapshotSame);
  await openEast(seat);
  await seat.press('Control+Enter');
  await fill(seat, exactly(words.enrolled), '140');
  await seat.press('Control+Enter');
  await see(seat, words.seen);
  await use(seat, exactly(app.areas.enrolment));
  await see(seat, words.lead('46.9', '1,317', '2,809'), words.filedDiffers);
  await seat.picture('bars-e01-filed');
  await nothingFound(seat, 'a filed year beside later records');
}

async function openEast(seat: Seat): Promise<void> {
  await find(seat, EAST, EAST);
  await see(seat, words.seen);
}

/** What stands in the charts. */
const drawn = (seat: Seat) => seat.ask(() => [...document.querySelectorAll('figure svg text')].map((text) => text.textContent).join(' '));
