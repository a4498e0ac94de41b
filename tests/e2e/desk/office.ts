// An office that lies there already when the page is opened: made without any window, and opened with its passphrase.

import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { office } from '../../../ui/src/strings/ja/office';
import { TODAY, built, sample } from './programs';
import { exactly, fill, goTo, see, shownText, use, type Seat } from './seat';

const COUNCIL = '桜川地区まちづくり協議会';
export const PASSPHRASE = 'さくら公園の赤い屋根';

/** Where the office of a seat lies. */
export const officeOf = (seat: Seat) => join(seat.data, 'council.office');

/** The office of a council in that city, with the cash book of the specimen; one that is open is shut first and taken away. */
export async function workIn(seat: Seat, city: string): Promise<void> {
  if ((await shownText(seat)).includes(app.areas.settings)) await shut(seat);
  for (const name of readdirSync(seat.data).filter((one) => one.startsWith('council.office'))) rmSync(join(seat.data, name), { recursive: true });
  const env = { ...process.env, JIMUKYOKU_PASSPHRASE: PASSPHRASE, JIMUKYOKU_TODAY: TODAY };
  const ask = (...words: string[]) => execFileSync(built('jimukyoku'), ['--office', officeOf(seat), ...words], { env });
  ask('new', '--council', COUNCIL, '--profile', city, '--year', '2025');
  ask('import', 'cash-book', sample('出納帳.xlsx'), '--year', '2025');
  await seat.ask(() => {
    location.hash = '#/home?year=2025';
    location.reload();
  });
  // While the page is read anew nobody answers.
  await expect.poll(() => shownText(seat).catch(() => ''), { message: 'the office is found' }).toContain(office.unlock.title);
  await open(seat);
  await see(seat, COUNCIL, app.areas.settings);
}

/** Leaves the desk: the passphrase is asked for again. */
export async function shut(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.settings);
  await use(seat, exactly(office.settings.lock));
  await see(seat, office.unlock.title);
}

export async function open(seat: Seat): Promise<void> {
  await see(seat, office.unlock.title);
  await fill(seat, exactly(office.unlock.passphrase), PASSPHRASE);
  await seat.press('Enter');
}
