// V04: a flyer as a PDF with words under it, on the paper of its occasion; and what is no picture, told in a sentence while
// what was begun stays as it was.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { activities as words } from '../../../ui/src/strings/ja/activities';
import { app } from '../../../ui/src/strings/ja/app';
import { attachments } from '../../../ui/src/strings/ja/attachments';
import { parts } from '../../../ui/src/strings/ja/parts';
import { photos } from '../../../ui/src/strings/ja/photos';
import { nothingFound } from '../desk/axe';
import { printed } from '../desk/paper';
import { freshFolder, lying } from '../desk/programs';
import { exactly, fill, focused, goTo, reach, see, shownText, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const CAPTION = '各戸に配ったちらし';
const field = (label: string) => new RegExp(`^${label}`);

/** The page of an occasion that was held. */
async function beginOccasion(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.activities);
  await see(seat, words.takeIn);
  await use(seat, exactly(words.add));
  await see(seat, words.newLead);
  await fill(seat, field(words.name), '夏まつり');
  await fill(seat, field(words.from), '7/8/2');
  await fill(seat, exactly(words.participants), '220');
  await seat.press('Control+Enter');
  await see(seat, words.notices, photos.none);
}

/** The words that are typed and not saved; runs in the page. */
const typedIn = (seat: Seat, label: string) => seat.ask((asked) => [...document.querySelectorAll<HTMLInputElement>('main input')].find((one) => [...(one.labels ?? [])].some((of) => of.innerText.includes(asked)))?.value ?? null, label);

export async function flyerOnTheReport(seat: Seat): Promise<void> {
  await beginOccasion(seat);
  await seat.willPick(lying.pdf);
  await use(seat, exactly(photos.add));
  await see(seat, 'bill.pdf', photos.flyer);
  await fill(seat, exactly(photos.caption), CAPTION);
  await use(seat, new RegExp(`^${photos.keepOf(photos.nameOf(1, ''))} ?${photos.keepCaption}$`));
  await see(seat, CAPTION);
  await use(seat, new RegExp(`^${photos.toggleOf(CAPTION)} ?${photos.choose}$`));
  await see(seat, photos.onReport(1));
  await seat.picture('photos-1-flyer');
  await nothingFound(seat, 'a flyer of an occasion');
  const sheets = (await printed(seat, '事業別実績書')).replaceAll(/\s/g, '');
  expect(sheets, 'the words under it').toContain(CAPTION);
  await seat.picture('photos-2-sheets');
}

/** What a telephone, a memory card or a stranger may give in place of a photograph. */
function badPictures(): { file: string; said: string }[] {
  const folder = freshFolder();
  const laid = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  // 60,000 × 60,000 in a head of 33 bytes, and the ends of the parts of a PNG.
  const huge = Buffer.from('89504e470d0a1a0a0000000d494844520000ea600000ea6008020000000fb0e2150000000849444154789c030000000001000000000000000049454e44ae426082', 'hex');
  const video = Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41', 'latin1');
  return [
    { file: laid('途中まで.jpg', readFileSync(lying.jpeg).subarray(0, 900)), said: '「途中まで.jpg」は、写真が途中で切れています。' },
    { file: laid('途中まで.heic', readFileSync(lying.heic).subarray(0, 900)), said: '「途中まで.heic」は、写真が途中で切れています。' },
    { file: laid('動画.jpg', video), said: '「動画.jpg」は、しまえる種類のファイルではありません。' },
    { file: laid('大きい.png', huge), said: '「大きい.png」は、写真のたてよこが大きすぎます' },
  ];
}

export async function badPicturesLoseNothing(seat: Seat): Promise<void> {
  await beginOccasion(seat);
  await seat.willPick(lying.jpeg);
  await use(seat, exactly(photos.add));
  await see(seat, 'lying.jpg', photos.caption);
  // Words under the good one are still being typed.
  await fill(seat, exactly(photos.caption), '盆踊りのようす');
  for (const { file, said } of badPictures()) {
    await seat.willPick(file);
    await use(seat, exactly(photos.add));
    await see(seat, said);
    expect(await typedIn(seat, photos.caption), `${said}: what was being typed`).toBe('盆踊りのようす');
    expect(await focused(seat), `${said}: the keyboard is where it was`).toContain(photos.add);
  }
  await seat.picture('photos-3-refused');
  await nothingFound(seat, 'a picture that is refused');
  expect(await seat.ask(() => document.querySelectorAll('main .paper img').length), 'the good one is there').toBe(1);

  // With a label of its own the paper is refused when it is attached: the label stays.
  const [cut] = badPictures();
  await seat.willPick(cut!.file);
  await use(seat, exactly(attachments.add));
  await see(seat, attachments.addTitle);
  await fill(seat, field(attachments.label), '当日の地図');
  await reach(seat, exactly(attachments.attach));
  await seat.press('Enter');
  await see(seat, cut!.said);
  expect(await typedIn(seat, attachments.label)).toBe('当日の地図');
  await use(seat, exactly(attachments.stop));
}

/** 反省 of ten thousand letters: kept to the last, its timeline short, and on the paper. */
export async function longReflection(seat: Seat): Promise<void> {
  await beginOccasion(seat);
  await use(seat, exactly(words.edit));
  await see(seat, words.save);
  const long = `${'次は早くはじめる。'.repeat(1111)}終`;
  expect(long).toHaveLength(10_000);
  await reach(seat, field(words.reflection));
  await seat.press('Control+a');
  await seat.type(long);
  await seat.press('Control+Enter');
  await see(seat, words.notices, '次は早くはじめる。終', '全部で10,000字');
  const shown = await shownText(seat);
  expect(shown.split('次は早くはじめる。').length - 1, 'all of it in the record, the beginning of it in the timeline').toBeGreaterThanOrEqual(1111);
  await seat.ask((title) => [...document.querySelectorAll('h2')].find((one) => one.innerText === title)?.scrollIntoView(), parts.timeline);
  await seat.picture('photos-4-long');
  await nothingFound(seat, 'a record of ten thousand letters');
  expect((await printed(seat, '事業別実績書')).replaceAll(/\s/g, ''), 'to the last letter').toContain('次は早くはじめる。終');
}
