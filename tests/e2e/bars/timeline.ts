// K09: under a record stands who changed it and when, what was there before and what is there now.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { activities } from '../../../ui/src/strings/ja/activities';
import { app } from '../../../ui/src/strings/ja/app';
import { equipment } from '../../../ui/src/strings/ja/equipment';
import { parts } from '../../../ui/src/strings/ja/parts';
import { nothingFound } from '../desk/axe';
import { exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { firstStart } from '../journeys/first-start';

const SECRETARY = '見本 花子';
const field = (label: string) => new RegExp(`^${label}`);

/** The lines of the timeline, the last act first. */
const passages = (seat: Seat) => seat.ask(() => [...document.querySelectorAll<HTMLElement>('[data-part=timeline] li')].filter((one) => one.parentElement?.matches('ol')).map((one) => one.innerText.replace(/\s+/g, ' ')));

/** Brings it into sight. */
const lookAt = (seat: Seat) => seat.ask(() => document.querySelector('[data-part=timeline]')?.scrollIntoView({ block: 'end' }));

export async function recordHasItsTimeline(seat: Seat): Promise<void> {
  await firstStart(seat, '高松市', { holder: SECRETARY });
  await countIsChanged(seat);
  await placeIsChanged(seat);
}

async function countIsChanged(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.activities);
  await see(seat, activities.add);
  await use(seat, exactly(activities.add));
  await see(seat, activities.newLead);
  await fill(seat, field(activities.name), '夏まつり');
  await fill(seat, field(activities.from), '7/8/2');
  await fill(seat, exactly(activities.participants), '約220');
  await seat.press('Control+Enter');
  await see(seat, activities.notices, parts.timeline, SECRETARY);
  await expect.poll(async () => (await passages(seat)).length, { message: 'its beginning' }).toBe(1);
  for (const [before, after] of [['220', '250'], ['250', '245'], ['245', '246'], ['246', '247'], ['247', '248']]) {
    await use(seat, exactly(activities.edit));
    await see(seat, activities.save);
    await fill(seat, exactly(activities.participants), after!);
    await seat.press('Control+Enter');
    await expect.poll(async () => (await passages(seat))[0], { message: 'who, what it was, what it is' }).toMatch(new RegExp(`${SECRETARY}.*夏まつり.*参加者数.*${before}.*→.*${after}`));
  }
  expect(await passages(seat), 'the last five').toHaveLength(5);
  await lookAt(seat);
  await seat.picture('timeline-1-occasion');
  await nothingFound(seat, 'the timeline of an occasion');
  await use(seat, exactly(parts.earlier));
  await expect.poll(async () => (await passages(seat)).length, { message: 'all of it' }).toBe(6);
  await seat.press('Control+z');
  await expect.poll(async () => (await passages(seat))[1], { message: 'what was taken back is marked' }).toContain(parts.takenBack);
  expect((await passages(seat))[0]).toMatch(/248.*→.*247/);
}

async function placeIsChanged(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.tabs['accounts/equipment']);
  await goTo(seat, accounts.tabs['accounts/equipment']);
  await see(seat, equipment.add);
  await use(seat, exactly(equipment.add));
  await see(seat, equipment.newTitle);
  await fill(seat, equipment.nameField, 'テント');
  await fill(seat, equipment.place, '集会所の倉庫');
  await seat.press('Control+Enter');
  await see(seat, '備品「1　テント」を台帳に書きました');
  await reach(seat, /^テント/);
  await seat.press('Enter');
  await see(seat, equipment.oneLead('1'), parts.timeline);
  await use(seat, exactly(equipment.edit));
  await see(seat, equipment.editTitle);
  await fill(seat, equipment.place, '防災倉庫');
  await seat.press('Control+Enter');
  await expect.poll(async () => (await passages(seat))[0], { message: 'where it was and where it is' }).toMatch(new RegExp(`${SECRETARY}.*テント.*保管場所.*集会所の倉庫.*→.*防災倉庫`));
  await lookAt(seat);
  await seat.picture('timeline-2-equipment');
  await nothingFound(seat, 'the timeline of a piece of equipment');
}
