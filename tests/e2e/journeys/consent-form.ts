// A consent form is attached to somebody, looked at, kept as a copy, taken off, and brought back with one undo.

import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { attachments as words } from '../../../ui/src/strings/ja/attachments';
import { parts } from '../../../ui/src/strings/ja/parts';
import { nothingFound } from '../desk/axe';
import { scan } from '../desk/programs';
import { fill, reach, see, use, type Seat } from '../desk/seat';
import { openSample } from './sample';

const LABEL = '同意書';
const NOTE = '総会の日に預かった';

export async function consentForm(seat: Seat): Promise<void> {
  await openSample(seat);
  await openSomebody(seat);
  await see(seat, words.none);
  await seat.willPick(scan);
  await use(seat, words.add);
  await see(seat, words.chosen('scan.png'));
  await fill(seat, words.note, NOTE);
  await seat.picture('consent-1-chosen');
  await nothingFound(seat, 'a chosen paper');
  await use(seat, words.attach);
  await see(seat, NOTE, app.undo);
  await expect.poll(() => seat.ask(isDrawn), { message: 'the small picture is drawn' }).toBe(true);
  await seat.picture('consent-2-attached');
  await nothingFound(seat, 'an attached paper');

  await use(seat, of(words.see));
  await expect.poll(() => seat.ask(() => document.querySelector('dialog[open] img') !== null)).toBe(true);
  await seat.picture('consent-3-seen');
  await nothingFound(seat, 'a paper that is looked at');
  await use(seat, parts.close);

  const [copy] = await seat.filesOf(() => use(seat, of(words.keep)));
  expect(readFileSync(copy!).equals(readFileSync(scan))).toBe(true);

  await use(seat, of(words.remove));
  await see(seat, words.none);
  await seat.press('Control+z');
  await see(seat, NOTE);
  await seat.picture('consent-4-back');
}

async function openSomebody(seat: Seat): Promise<void> {
  await seat.press('Control+k');
  await seat.type('はまだ');
  await see(seat, '濵田');
  await seat.press('Enter');
  await reach(seat, words.add);
}

/** A button of the paper, whose name says of which. */
const of = (act: string) => new RegExp(`${words.seeing(LABEL)}\\s*${act}`);

/** Runs in the page. */
function isDrawn(): boolean {
  const picture = document.querySelector<HTMLImageElement>('main .paper img');
  return picture !== null && picture.complete && picture.naturalWidth > 0;
}
