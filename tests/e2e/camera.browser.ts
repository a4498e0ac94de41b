// A tablet with a camera: the receipt is held before it, its picture is put away with the expense and lies on the mount sheet. Where
// the camera may not be used, that is told and a file does as well. Chromium brings a camera of its own for this; the window has none.

import { expect } from '@playwright/test';
import { accounts } from '../../ui/src/strings/ja/accounts';
import { app } from '../../ui/src/strings/ja/app';
import { attachments as words } from '../../ui/src/strings/ja/attachments';
import { receipts } from '../../ui/src/strings/ja/receipts';
import { nothingFound } from './desk/axe';
import { test } from './desk/browser';
import { chromium } from './desk/chromium';
import { Hand } from './desk/hand';
import { wordsOf } from './desk/paper';
import { picturesOf } from './desk/photograph';
import { scan } from './desk/programs';
import { type Seat, see } from './desk/seat';
import { tapNewSlip } from './journeys/sample';

const COUNCIL = '見本地区コミュニティ協議会';
const WHAT = '封筒と切手';

test.use({
  viewport: { width: 1024, height: 768 },
  hasTouch: true,
  launchOptions: { ...chromium, args: [...chromium.args, '--use-fake-device-for-media-stream'] },
});

test.describe('カメラを使ってよいとき', () => {
  test.use({ permissions: ['camera'] });

  test('指だけで、領収書をカメラで撮って支出といっしょにしまう K02', async ({ seat }) => {
    const hand = await withSlip(seat);
    await hand.tap(words.camera);
    await see(seat, words.cameraLead);
    await expect.poll(() => seat.ask(coloursSeen), { message: 'the camera sees something' }).toBeGreaterThan(1);
    await seat.picture('camera-1-seeing');
    await nothingFound(seat, 'the camera');
    await hand.nothingIsCut();
    await hand.tap(words.shoot);
    await see(seat, receipts.chosen(words.takenName));
    await seat.picture('camera-2-taken');
    await hand.tap(accounts.save);
    await see(seat, `「${WHAT} `);

    await hand.tap(app.areas.accounts);
    await hand.tap(accounts.tabs['accounts/receipts']);
    await see(seat, WHAT, receipts.pictureCount(1));
    const [mounts] = await seat.filesOf(() => hand.tap(receipts.mountsThree));
    expect(wordsOf(mounts!)).toContain('領収書 1番');
    expect(picturesOf(mounts!).flat(), 'the picture lies in its frame').toHaveLength(1);
  });
});

test.describe('カメラを使ってはいけないとき', () => {
  test('カメラを使えないと分かり、写真のファイルでしまえる K02', async ({ seat }) => {
    const hand = await withSlip(seat);
    await hand.tap(words.camera);
    await see(seat, words.noCamera, words.noCameraHint);
    await seat.picture('camera-3-refused');
    await nothingFound(seat, 'a camera that may not be used');
    await seat.willPick(scan);
    await hand.tap(receipts.choosePicture);
    await see(seat, receipts.chosen('scan.png'));
    await hand.tap(accounts.save);
    await see(seat, `「${WHAT} `);
  });
});

/** How many colours the camera shows; runs in the page. */
function coloursSeen(): number {
  const video = document.querySelector('video');
  const pen = Object.assign(document.createElement('canvas'), { width: 32, height: 24 }).getContext('2d');
  if (video === null || pen === null || video.videoWidth === 0) return 0;
  pen.drawImage(video, 0, 0, 32, 24);
  return new Set(new Uint32Array(pen.getImageData(0, 0, 32, 24).data.buffer)).size;
}

/** An expense as far as its receipt, which is still in the hand. */
async function withSlip(seat: Seat): Promise<Hand> {
  const hand = await tapNewSlip(seat);
  await hand.write(accounts.on, '3/12');
  await hand.write(accounts.counterparty, '郵便局');
  await hand.write(accounts.description, WHAT);
  await hand.write(accounts.itemField, '通信運搬費');
  await hand.write(accounts.amount, '1,860');
  await hand.choose(accounts.from, '現金');
  await hand.tap(accounts.putAway);
  await hand.write(receipts.addressee, COUNCIL);
  await hand.write(receipts.purpose, `${WHAT}代`);
  return hand;
}
