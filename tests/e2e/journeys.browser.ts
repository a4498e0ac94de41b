import { test } from './desk/browser';
import { byFinger, inApril, journeys } from './journeys';
import { APRIL, aprilsHandover } from './journeys/aprils-handover';
import { attendanceByFinger, doorByFinger } from './journeys/by-finger';
import { fortyEntries } from './journeys/forty-entries';
import { fromNoticeToMinutes } from './journeys/general-meeting';
import { holdFestival } from './journeys/hold-festival';
import { keepReceipt } from './journeys/keep-receipt';

for (const [name, journey] of Object.entries(journeys)) test(name, ({ seat }) => journey(seat));

test.describe('四十枚', () => {
  test.describe.configure({ timeout: 600_000 });
  test('(m) 四十枚の領収書をキーボードだけで記帳し、決算書を刷る K01 K02', ({ seat }) => fortyEntries(seat));
});

test.describe('タブレットの大きさで', () => {
  test.use({ viewport: { width: 1280, height: 800 }, hasTouch: true });
  test('領収書をしまい、台紙を作る K02', ({ seat }) => keepReceipt(seat));
  test('行事を計画から実績書まで V01 V02 V03 V04 V05 V06', ({ seat }) => holdFestival(seat));
  test('総会を、通知から議事録と議決の反映まで M01 M02 M04 M05 M06 M07', ({ seat }) => fromNoticeToMinutes(seat));
});

test.describe('小さいタブレットで、指だけで', () => {
  test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true });
  for (const [name, journey] of Object.entries(byFinger)) test(name, ({ seat }) => journey(seat));
});

test.describe('縦にしたタブレットで', () => {
  test.use({ viewport: { width: 768, height: 1024 }, hasTouch: true });
  test('指で、名簿から出欠をとる V02', ({ seat }) => attendanceByFinger(seat));
  test('指で、総会の受付をする M04', ({ seat }) => doorByFinger(seat));
  test('行事を計画から実績書まで V01 V02 V03 V04 V05 V06', ({ seat }) => holdFestival(seat));
});

test.describe('四月に、一年分の記録のある事務局で', () => {
  test.use({ today: APRIL, hasOffice: true });
  for (const [name, journey] of Object.entries(inApril)) test(name, ({ seat }) => journey(seat));

  test.describe('タブレットの大きさで', () => {
    test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true });
    test('(p) 監査・締めから引継書、鍵、引き渡し、はじめの一週間まで S17', ({ seat }) => aprilsHandover(seat));
  });
});
