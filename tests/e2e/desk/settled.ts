// Going to an address and waiting until its page is there whole.

import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import type { Seat } from './seat';

export async function open(seat: Seat, address: string): Promise<void> {
  const isSame = await seat.ask((hash) => {
    const [pathOf, before] = [(words: string) => words.split('?')[0], location.hash];
    document.querySelector('main .scroller')?.scrollTo(0, 100_000);
    location.hash = hash;
    return pathOf(hash) === pathOf(before);
  }, `#/${address}`);
  await expect.poll(() => seat.ask(isSettled, app.reading), { message: `${address} is shown` }).toBe(true);
  if (!isSame) expect(await seat.ask(() => document.querySelector('main .scroller')?.scrollTop), `${address} begins at its beginning`).toBe(0);
}

/** Runs in the page, two frames after the last change. */
async function isSettled(reading: string): Promise<boolean> {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return document.querySelector('h1') !== null && !document.body.innerText.includes(reading);
}
