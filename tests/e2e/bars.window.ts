// The bars that no journey shows, in the real window.

import { bars } from './bars';
import { helpAtEveryPlace } from './bars/help';
import { test } from './desk/window';
import { openSample } from './journeys/sample';

for (const [name, bar] of Object.entries(bars)) test(name, ({ seat }) => bar(seat));

test('S16 F1は、いる場所の使い方を開く', async ({ seat }) => {
  await openSample(seat);
  await helpAtEveryPlace(seat);
});
