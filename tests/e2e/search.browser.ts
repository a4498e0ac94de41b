// さがす: who types faster than the desk answers is led to what was typed last, never to what earlier words found.

import { roster } from '../../ui/src/strings/ja/roster';
import { test } from './desk/browser';
import { see } from './desk/seat';
import { openSample } from './journeys/sample';

const SLOW_MS = 400;

test('Enter in the search box waits for the answer to the last words', async ({ seat }) => {
  await openSample(seat);
  await seat.page.route('**/office.search', async (route) => {
    await new Promise((passed) => setTimeout(passed, SLOW_MS));
    await route.continue();
  });
  await seat.press('Control+k');
  await seat.type('はやし');
  await see(seat, '林　勝');
  await seat.type('　りん');
  await seat.press('Enter');
  await see(seat, roster.life, 'ハヤシ　リン');
});
