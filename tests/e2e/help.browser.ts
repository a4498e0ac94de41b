// The pages of help: F1 says what is said of the place where one is, and the pictures are of the screens as they are.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { app } from '../../ui/src/strings/ja/app';
import { home } from '../../ui/src/strings/ja/home';
import { office } from '../../ui/src/strings/ja/office';
import { helpAtEveryPlace } from './bars/help';
import { nothingFound } from './desk/axe';
import { test } from './desk/browser';
import { ofFirstRecord } from './desk/first-record';
import { PREPARED } from './desk/prepared';
import { helpPages, helpPictures } from './desk/programs';
import { exactly, fill, see, type Seat } from './desk/seat';
import { open } from './desk/settled';
import { openSample } from './journeys/sample';

const pages = helpPages();
const WORDS = join(helpPictures, 'words.json');
const mustUpdate = process.env['UPDATE'] === '1';

test.use({ viewport: { width: 1024, height: 768 } });

for (const size of ['standard', 'huge'] as const) {
  test(`S16 F1は、いる場所の使い方を開く（${size}）`, async ({ seat }) => {
    await openSample(seat);
    await seat.ask((chosen) => localStorage.setItem('text-size', chosen), size);
    await seat.page.reload();
    await helpAtEveryPlace(seat, async (at, title) => {
      if (at !== 'accounts/receipts') return;
      await expect(seat.page.getByRole('img', { name: app.helpPicture(title) })).toBeVisible();
      await seat.picture(`help-${size}`);
      await nothingFound(seat, `help, ${size}`);
    });
  });
}

/** Nobody opens the specimen with words of her own: these pages are seen in an office of somebody's. */
const OWN = ['handover/keys'];

test('使い方の絵は、いまの画面のとおり', async ({ seat }) => {
  await openSample(seat);
  await compare(seat, pages.filter(({ picture }) => !OWN.includes(picture)));
});

test.describe('自分の事務局で', () => {
  test.use({ hasOffice: true });
  test('使い方の絵は、いまの画面のとおり', async ({ seat }) => {
    await fill(seat, exactly(office.unlock.passphrase), PREPARED.passphrase);
    await seat.press('Control+Enter');
    await see(seat, home.due);
    await compare(seat, pages.filter(({ picture }) => OWN.includes(picture)));
  });
});

/** Compares what stands on the screens of some pages with what stood there when their pictures were taken; or takes them. */
async function compare(seat: Seat & { page: Page }, some: typeof pages): Promise<void> {
  const known = JSON.parse(readFileSync(WORDS, 'utf8')) as Record<string, string>;
  const now: Record<string, string> = {};
  for (const { id, picture } of some) {
    await open(seat, await ofFirstRecord(seat, picture));
    // The pages of a paper come when they are ready, and of a long list the rows that fit; what stands around them is there at once.
    now[id] = await seat.ask(() => [...document.querySelectorAll('main :is(h1, h2, h3, button, a.btn, label, thead th)')].filter((one) => one.closest('.desk') === null).map((one) => one.textContent.trim()).join('|'));
    await seat.ask(() => document.querySelector<HTMLButtonElement>('[role=status] .close')?.click());
    if (mustUpdate) await take(seat.page, id);
  }
  if (mustUpdate) writeFileSync(WORDS, `${JSON.stringify(inOrder({ ...known, ...now }), null, 1)}\n`);
  else for (const { id } of some) expect(now[id], `${id}: the screen has changed; UPDATE=1 takes its picture anew`).toBe(known[id]);
}

/** The screen as it stands when all of it has come: a paper is drawn a moment after what is chosen for it. */
async function take(page: Page, id: string): Promise<void> {
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(helpPictures, `${id}.jpg`), type: 'jpeg', quality: 70 });
}

/** What is said of the pages that there are. */
const inOrder = (said: Record<string, string>) => Object.fromEntries(pages.map(({ id }) => [id, said[id]]));
