import { test } from './desk/window';
import { byFinger, inApril, journeys } from './journeys';
import { APRIL } from './journeys/aprils-handover';
import { eraseLeaver } from './journeys/erase-leaver';
import { fortyEntries } from './journeys/forty-entries';
import { keepReceipt } from './journeys/keep-receipt';

for (const [name, journey] of Object.entries(journeys)) test(name, ({ seat }) => journey(seat));

test('離れた人の個人情報を消す R16', ({ seat }) => eraseLeaver(seat));
test('領収書をしまい、台紙を作る K02', ({ seat }) => keepReceipt(seat));

test.describe('四十枚', () => {
  test.describe.configure({ timeout: 600_000 });
  test('(m) 四十枚の領収書をキーボードだけで記帳し、決算書を刷る K01 K02', ({ seat }) => fortyEntries(seat));
});

test.describe('小さいタブレットで、指だけで', () => {
  test.use({ glass: { width: 1024, height: 768 } });
  for (const [name, journey] of Object.entries(byFinger)) test(name, ({ seat }) => journey(seat));
});

test.describe('四月に、一年分の記録のある事務局で', () => {
  test.use({ today: APRIL, hasOffice: true });
  for (const [name, journey] of Object.entries(inApril)) test(name, ({ seat }) => journey(seat));
});
