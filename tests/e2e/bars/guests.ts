// 来賓, 席次 and 名札 of a general meeting, and the notices to each who votes: typed once, and put out.

import { expect } from '@playwright/test';
import { guests as words } from '../../../ui/src/strings/ja/guests';
import { saidOf } from '../../../ui/src/strings/ja/meeting-ways';
import { meetings } from '../../../ui/src/strings/ja/meetings';
import { nothingFound } from '../desk/axe';
import { pagesOf } from '../desk/paper';
import { exactly, fill, reach, see, type Seat, use } from '../desk/seat';
import { callMeeting } from '../journeys/call-meeting';
import { openSample } from '../journeys/sample';

/** M01, M02 */
export async function guestsHaveTheirSeats(seat: Seat): Promise<void> {
  await openSample(seat);
  await callMeeting(seat);
  await use(seat, exactly(meetings.toMeeting));
  await see(seat, meetings.agenda, meetings.guests);
  await use(seat, exactly(meetings.guests));
  await see(seat, words.noGuests, words.people(24));
  await use(seat, exactly(words.add));
  await fill(seat, exactly(words.body), '見本市');
  await fill(seat, exactly(words.office), '市長');
  await fill(seat, exactly(words.name), '高松　太郎');
  await reach(seat, words.greetsText);
  await seat.press('Space');
  await use(seat, exactly(words.save));
  await see(seat, meetings.asPdf(words.guestPaper));
  await seat.picture('guests-1-invited');
  expect(await paper(seat, meetings.asPdf(words.guestPaper))).toMatch(/1見本市市長高松太郎祝辞/);
  await fill(seat, exactly(words.rows), '5');
  await fill(seat, exactly(words.columns), '5');
  await use(seat, exactly(words.putSeating));
  await see(seat, '前から5列、横に5席にしました');
  await seat.picture('guests-2-seats');
  await nothingFound(seat, 'guests and seats of a meeting');
  expect(await paper(seat, meetings.asPdf(words.seatingPaper))).toMatch(/来賓席監事席議長席役員席事務局席.*見本市市長高松太郎/);
  expect(await paper(seat, words.tagsGuests)).toMatch(/見本市.*高松太郎/);
  expect(await paper(seat, words.tagsVoters), 'a roll of numbers').toMatch(/番号24/);
  await use(seat, exactly(words.back));
  await see(seat, meetings.agenda);
  const [slips] = await seat.filesOf(() => use(seat, meetings.asPdf(saidOf(false).slipsPaper)));
  expect(pagesOf(slips!), 'a sheet for each').toHaveLength(24);
}

/** The words of what a button puts out. */
async function paper(seat: Seat, button: string): Promise<string> {
  const [pdf] = await seat.filesOf(() => use(seat, button));
  return pagesOf(pdf!).join('').replaceAll(/\s/g, '');
}
