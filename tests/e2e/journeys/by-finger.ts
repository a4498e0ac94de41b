// A tablet in the hand: who came to an occasion is tapped in the roster, who came to a meeting at its door, what is there of
// the equipment at its place.

import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { activities } from '../../../ui/src/strings/ja/activities';
import { attendance as words } from '../../../ui/src/strings/ja/attendance';
import { equipment } from '../../../ui/src/strings/ja/equipment';
import { saidOf } from '../../../ui/src/strings/ja/meeting-ways';
import { meetings } from '../../../ui/src/strings/ja/meetings';
import { parts } from '../../../ui/src/strings/ja/parts';
import { nothingFound } from '../desk/axe';
import { Hand } from '../desk/hand';
import { exactly, fill, see, use, type Seat } from '../desk/seat';
import { callMeeting } from './call-meeting';
import { openSample, tapSample } from './sample';

/** V02: found by the row of the reading, marked, marked off again, and the marks become the number of the record. */
export async function attendanceByFinger(seat: Seat): Promise<void> {
  const hand = await tapSample(seat);
  await hand.tap(app.areas.activities);
  await see(seat, activities.takeIn);
  const first = await seat.ask(() => document.querySelector<HTMLElement>('main tbody a')?.innerText ?? '');
  await hand.tap(first);
  await see(seat, activities.notices);
  await hand.tap(activities.attendance);
  await see(seat, words.thereNone, words.findFirst);
  await hand.tap('か');
  const people = await seat.ask((part) => [...document.querySelectorAll('main button.big')].map((one) => one.ariaLabel ?? '').filter((name) => name.endsWith(part)), words.parts.participant);
  const [one = '', other = ''] = people.map((name) => name.replace(words.partOf('', words.parts.participant), ''));
  expect(people.length, 'people whose name begins in this row').toBeGreaterThan(1);
  // The next name is tapped while the last is still being written.
  await hand.tap(words.partOf(one, words.parts.participant));
  await hand.tap(words.partOf(other, words.parts.helper));
  await see(seat, words.counted(1, 1));
  await hand.nothingIsCut();
  await seat.picture('finger-1-attendance');
  await nothingFound(seat, 'attendance in the hand');
  await hand.tap(words.partOf(one, words.parts.participant));
  await see(seat, words.counted(0, 1));
  await hand.tap(words.partOf(one, words.parts.participant));
  await see(seat, words.counted(1, 1));
  await hand.tap(words.take);
  await see(seat, words.record(words.people(1), words.people(1)));
  await hand.tap(words.back);
  await see(seat, activities.notices, words.people(1));
  await hand.nothingIsCut();
  await seat.picture('finger-2-taken-over');
}

/** M04: one after the other at the door, one taken back, and a pile of proxies. */
export async function doorByFinger(seat: Seat): Promise<void> {
  await openSample(seat);
  await callMeeting(seat);
  const hand = new Hand(seat);
  const line = (number: number) => meetings.standingOf(number, '');
  await see(seat, saidOf(false).sentence);
  await hand.tap(meetings.standings.present, line(1));
  await see(seat, meetings.now(meetings.standings.present));
  await hand.write(meetings.find, '7');
  await see(seat, meetings.shown(1, 1));
  await hand.tap(meetings.standings.deputy, line(7));
  await see(seat, meetings.now(meetings.standings.deputy));
  await hand.tap(meetings.standings.open, line(7));
  await see(seat, meetings.now(meetings.standings.open));
  await hand.tap(meetings.standings.present, line(7));
  await see(seat, meetings.now(meetings.standings.present), '本人の出席2団体');
  await hand.nothingIsCut();
  await seat.picture('finger-3-door');
  await nothingFound(seat, 'the door in the hand');
  await hand.write(meetings.numbers, '9-14');
  await hand.tap(meetings.mark);
  await see(seat, '番号 9〜14 を「委任」にしました（6件）', '委任状6通');
  await hand.tap(meetings.toMeeting);
  await see(seat, meetings.agenda, '委任状6通、合わせて8団体');
  await hand.nothingIsCut();
  await seat.picture('finger-4-counted');
}

/** M01: the items of the agenda are put in another order. */
export async function agendaByFinger(seat: Seat): Promise<void> {
  await openSample(seat);
  await callMeeting(seat);
  const hand = new Hand(seat);
  await hand.tap(meetings.toMeeting);
  await see(seat, meetings.agenda);
  await fill(seat, meetings.itemTitle, '花壇を作る（案）');
  await use(seat, exactly(meetings.addIt));
  await see(seat, '第2号議案　花壇を作る（案）');
  const items = () => seat.ask(() => [...document.querySelectorAll<HTMLElement>('main ol li .words a')].map((one) => one.innerText));
  const titled = (item = '') => item.replace(/^\S+[\s　]/, '');
  const [first, second] = (await items()).map(titled);
  await hand.tap(parts.downOf(first!));
  await expect.poll(async () => (await items()).slice(0, 2).map(titled), { message: 'the second one comes first' }).toEqual([second, first]);
  await hand.tap(parts.upOf(first!));
  await expect.poll(async () => (await items()).slice(0, 2).map(titled), { message: 'and back' }).toEqual([first, second]);
  await hand.nothingIsCut();
  await seat.picture('finger-6-agenda');
  await nothingFound(seat, 'the agenda in the hand');
}

/** K12: from place to place, one press for each piece. */
export async function checkByFinger(seat: Seat): Promise<void> {
  const hand = await tapSample(seat);
  await hand.tap(app.areas.accounts);
  await see(seat, '186件');
  await hand.tap(accounts.tabs['accounts/equipment']);
  await see(seat, equipment.uncheckedNote('令和7年度', 3));
  await hand.tap(equipment.checkGo);
  await see(seat, equipment.checkLead('令和7年度', 3));
  await hand.write(equipment.checkedBy, '見本 花子');
  const found = await seat.ask((result) => [...document.querySelectorAll<HTMLElement>('main li button')].map((one) => one.innerText).filter((name) => name.endsWith(result)), equipment.results.found);
  expect(found).toHaveLength(3);
  for (const [nth, name] of found.entries()) {
    await hand.tap(name);
    await see(seat, equipment.checkLead('令和7年度', 2 - nth));
  }
  await hand.nothingIsCut();
  await seat.picture('finger-5-checked');
  await nothingFound(seat, 'the yearly check in the hand');
}
