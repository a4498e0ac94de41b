// (j) An enrolment year on paper: the 照会票 for the associations is printed with last year's figures, one comes back and its
// counts are typed, and the 一覧 for the city is printed with them.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { enrolment as words } from '../../../ui/src/strings/ja/enrolment';
import { reports } from '../../../ui/src/strings/ja/reports';
import { find } from '../bars/people';
import { exactly, fill, goTo, see, use, type Seat } from '../desk/seat';
import { openSample } from './sample';

const EAST = '栗林町一丁目東自治会';

export async function inquiryToList(seat: Seat): Promise<void> {
  await openSample(seat);
  const asked = await printed(seat, '自治会加入世帯数 照会票');
  expect(asked, 'every association is asked').toContain(EAST);
  await find(seat, EAST, EAST);
  await see(seat, words.seen);
  await seat.press('Control+Enter');
  await fill(seat, exactly(words.households), '152');
  await fill(seat, exactly(words.enrolled), '57');
  await seat.picture('inquiry-1-counts');
  await seat.press('Control+Enter');
  await see(seat, words.seen, '37.5');
  const listed = await printed(seat, '自治会加入状況一覧');
  expect(listed, 'the line of the association, 57 of 152').toMatch(new RegExp(`${EAST}[^\\n]*152[^\\n]*57[^\\n]*37\\.5`));
}

/** Opens a paper by its title and takes its PDF; what stands in it. */
async function printed(seat: Seat, title: string): Promise<string> {
  await goTo(seat, app.areas.reports);
  await see(seat, reports.title);
  await use(seat, `${title}　${reports.open}`);
  await see(seat, reports.checks);
  await seat.picture(`inquiry-${title}`);
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  return execFileSync('pdftotext', ['-layout', pdf ?? '', '-'], { encoding: 'utf8' });
}
