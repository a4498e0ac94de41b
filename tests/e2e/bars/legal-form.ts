// What kind of body the council is: said once in the settings, and told wherever it matters.

import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { saidOf } from '../../../ui/src/strings/ja/meeting-ways';
import { meetings } from '../../../ui/src/strings/ja/meetings';
import { office } from '../../../ui/src/strings/ja/office';
import { reports } from '../../../ui/src/strings/ja/reports';
import { nothingFound } from '../desk/axe';
import { exactly, fill, goTo, reach, see, shownText, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const words = office.settings;
const PAPER = '構成員名簿（認可地縁団体）';

/** M03, M07 */
export async function councilIsRecognised(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.reports);
  await use(seat, exactly(reports.apart(4)));
  await see(seat, reports.apartLead, PAPER);
  await seat.picture('legal-form-1-apart');
  await nothingFound(seat, 'papers that stand apart');
  await goTo(seat, app.areas.settings);
  await see(seat, words.legalFormHint);
  await reach(seat, exactly(words.legalForms.voluntary));
  await seat.press('ArrowDown');
  await fill(seat, words.recognised, 'R3.4.1');
  await seat.picture('legal-form-2-settings');
  await nothingFound(seat, 'the kind of body in the settings');
  await seat.press('Control+Enter');
  await see(seat, words.saved);
  await goTo(seat, app.areas.reports);
  await see(seat, reports.areas.meetings, PAPER);
  expect(await shownText(seat), 'nothing stands apart any more').not.toContain(reports.apart(4));
  // The page of papers has a link of its own that is called 会議.
  await goTo(seat, app.areas.settings);
  await see(seat, words.legalFormHint);
  await goTo(seat, app.areas.meetings);
  await see(seat, meetings.emptyTitle);
  await use(seat, exactly(meetings.add));
  await see(seat, meetings.newLead);
  await reach(seat, meetings.writtenText);
  await seat.press('Space');
  await fill(seat, saidOf(true).held, 'R8.3.22');
  await seat.press('Control+Enter');
  await see(seat, meetings.lacksAgreement);
  await seat.picture('legal-form-3-warned');
}
