// K08: home says how far the history was followed at the opening; a file that somebody changed while it was shut is told when it is
// opened, in plain words, and nothing of it is shown. A sound file whose history somebody rewrote is found by the tests of
// `followed` in the core.

import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { office } from '../../../ui/src/strings/ja/office';
import { nothingFound } from '../desk/axe';
import { officeOf, open, shut, workIn } from '../desk/office';
import { goTo, see, shownText, type Seat } from '../desk/seat';

export async function tamperedFile(seat: Seat): Promise<void> {
  await workIn(seat, 'takamatsu');
  await see(seat, FOLLOWED);
  await shut(seat);
  const [file, sound] = [officeOf(seat), readFileSync(officeOf(seat))];
  const altered = Buffer.from(sound);
  altered[100]! ^= 4;
  writeFileSync(file, altered);
  await open(seat);
  await see(seat, '「まちの事務局」のファイルではないか、鍵のファイルと組が違います', 'いちばん新しい控えを開いてください。', office.unlock.title);
  expect(await shownText(seat), 'nothing of it is shown').not.toContain(app.areas.settings);
  await seat.picture('tampered-1-told');
  await nothingFound(seat, 'a file that was altered');
  writeFileSync(file, sound);
  await open(seat);
  await see(seat, app.areas.settings);
  await goTo(seat, app.areas.home);
  await see(seat, FOLLOWED);
}

/** What home says of a history that was followed to its end. */
const FOLLOWED = /履歴[^]{0,20}\d件/;
