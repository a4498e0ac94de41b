// An expense without a receipt is found, its receipt is photographed and kept with it, what the city asks is seen, and the
// mount sheets and the ZIP of the pictures come out.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { receipts as words } from '../../../ui/src/strings/ja/receipts';
import { nothingFound } from '../desk/axe';
import { scan } from '../desk/programs';
import { exactly, goTo, see, use, type Seat } from '../desk/seat';
import { openSample } from './sample';

export async function keepReceipt(seat: Seat): Promise<void> {
  await openSample(seat);
  await use(seat, exactly(app.areas.accounts));
  await goTo(seat, accounts.tabs['accounts/receipts']);
  await see(seat, words.emptyTitle, words.missingTitle, words.none);
  await seat.picture('receipts-1-missing');
  await nothingFound(seat, 'what is missing');

  await use(seat, new RegExp(words.add));
  await see(seat, words.newTitle, words.partsTitle);
  await seat.willPick(scan);
  await use(seat, words.choosePicture);
  await see(seat, words.chosen('scan.png'));
  await seat.picture('receipts-2-new');
  await nothingFound(seat, 'a receipt being written');
  await seat.press('Control+Enter');

  await see(seat, words.lacking(3), words.pictureCount(1), app.undo);
  await seat.picture('receipts-3-kept');
  await nothingFound(seat, 'the receipts of a year');
  const [pdf] = await seat.filesOf(() => use(seat, words.mountsSix));
  expect(execFileSync('pdftotext', ['-layout', pdf!, '-'], { encoding: 'utf8' })).toContain('領収書 1番');
  const [zip] = await seat.filesOf(() => use(seat, words.pack));
  expect(readFileSync(zip!).includes('001_')).toBe(true);
  await seat.picture('receipts-4-handed-on');
}
