// V01: what comes again every month is planned once, proposed day by day, and made in one act.

import { activities as words } from '../../../ui/src/strings/ja/activities';
import { app } from '../../../ui/src/strings/ja/app';
import { arrange } from '../../../ui/src/strings/ja/arrange';
import { plan } from '../../../ui/src/strings/ja/plan';
import { nothingFound } from '../desk/axe';
import { beginPlan } from '../desk/plan';
import { exactly, fill, goTo, see, type Seat, use } from '../desk/seat';
import { openSample } from '../journeys/sample';

const EVERY_MONTH = '毎月第2土曜';

/** The second Saturday of every month: twelve occasions, which one undo takes back. */
export async function everyMonth(seat: Seat): Promise<void> {
  await openSample(seat);
  await beginPlan(seat);
  await fill(seat, new RegExp(`^${plan.activity}`), '子ども食堂事業');
  await fill(seat, new RegExp(`^${plan.schedule}`), EVERY_MONTH);
  await see(seat, '4月12日（土）、5月10日（土）、6月14日（土）', '12日');
  await seat.press('Control+Enter');
  await see(seat, '子ども食堂事業', EVERY_MONTH);
  await use(seat, exactly(plan.make));
  await see(seat, arrange.lead, arrange.make(12), '3月14日（土）');
  await seat.picture('recurrence-1-proposed');
  await nothingFound(seat, 'twelve days that the plan proposes');
  await seat.press('Control+Enter');
  await see(seat, words.overdue(11), '46件');
  await use(seat, exactly(words.tabs['activities/calendar']));
  await see(seat, '9日（土）', '14日（土）');
  await seat.picture('recurrence-2-calendar');
  await use(seat, app.undo);
  await goTo(seat, app.areas.activities);
  await see(seat, '34件');
}
