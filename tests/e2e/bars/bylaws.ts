// M07: the text of 規約 has its page and its paper.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { bylaws as words } from '../../../ui/src/strings/ja/bylaws';
import { meetings } from '../../../ui/src/strings/ja/meetings';
import { nothingFound } from '../desk/axe';
import { exactly, fill, goTo, see, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const BODY = '第1条　この会は、見本会という。';

export async function bylawsAreKept(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.meetings);
  await see(seat, meetings.emptyTitle);
  await use(seat, exactly(meetings.bylaws));
  await see(seat, words.emptyTitle);
  await use(seat, exactly(words.add));
  await see(seat, words.formLead);
  await seat.press('Control+Enter');
  await see(seat, '日付が入っていません');
  await fill(seat, new RegExp(`^${words.from}`), 'H20.4.1');
  await fill(seat, new RegExp(`^${words.decided}`), '設立総会');
  await fill(seat, new RegExp(`^${words.body}`), BODY);
  await seat.press('Control+Enter');
  await see(seat, words.states.now, '平成20年4月1日から', BODY);
  await seat.picture('bylaws-1-text');
  await nothingFound(seat, 'the text of the bylaws');
  const [pdf] = await seat.filesOf(() => use(seat, exactly(words.asPdf)));
  expect(execFileSync('pdftotext', ['-layout', pdf!, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '')).toContain(`平成20年4月1日から${BODY.replaceAll(/\s/g, '')}`);
}
