// A line of the plan of the year, begun.

import { activities as words } from '../../../ui/src/strings/ja/activities';
import { app } from '../../../ui/src/strings/ja/app';
import { plan } from '../../../ui/src/strings/ja/plan';
import { exactly, goTo, see, type Seat, use } from './seat';

/** The first line of a year of which nothing is planned, as far as its empty form. */
export async function beginPlan(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.activities);
  await see(seat, words.takeIn);
  await use(seat, exactly(words.tabs['activities/plan']));
  await see(seat, plan.emptyTitle);
  await use(seat, exactly(plan.add));
  await see(seat, plan.newLead);
}
