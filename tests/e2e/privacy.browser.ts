// 個人情報 in its states, in the smallest and the largest letters: a purpose written, a consent given and taken back, a
// leaver's words erased for good.

import { nothingFound } from './desk/axe';
import { test } from './desk/browser';
import { eraseSomebody } from './journeys/erase-leaver';
import { openSample } from './journeys/sample';

const SCREENS = { laptop: { width: 1366, height: 768 }, tablet: { width: 1024, height: 768 } };

for (const [screen, viewport] of Object.entries(SCREENS)) {
  for (const size of ['standard', 'huge'] as const) {
    test.describe(`${screen} ${size}`, () => {
      test.use({ viewport });
      test('R16 personal data is kept for something, and erased when its time is over', async ({ seat }) => {
        await openSample(seat);
        await seat.ask((chosen) => localStorage.setItem('text-size', chosen), size);
        await seat.page.reload();
        await seat.page.locator('h1').waitFor();
        await eraseSomebody(seat, async (name) => {
          await seat.picture(`privacy-${screen}-${size}-${name}`);
          await nothingFound(seat, `${name}, ${screen}, ${size}`);
        });
      });
    });
  }
}
