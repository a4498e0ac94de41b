// B06: what a grant stands at, on any day that is typed; one that cannot be read is told at its field.

import { app } from '../../../ui/src/strings/ja/app';
import { grants as words } from '../../../ui/src/strings/ja/grants';
import { nothingFound } from '../desk/axe';
import { choose, fill, goTo, see, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

export async function grantOnAnyDay(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.grants);
  await see(seat, '194,549');
  await choose(seat, words.moment, words.otherDay);
  await fill(seat, new RegExp(`^${words.day}`), '13/15');
  await use(seat, words.seeDay);
  await see(seat, '「13/15」は日付として読めません。', '194,549');
  await nothingFound(seat, 'a day that cannot be read');
  await fill(seat, new RegExp(`^${words.day}`), '１０／１５');
  await use(seat, words.seeDay);
  await see(seat, words.asOf('令和7年10月15日'), '2,729,171', '2,292,829');
  await seat.picture('moment-1-october');
  await nothingFound(seat, 'a grant in the middle of the year');
  await choose(seat, words.moment, words.now);
  await see(seat, '194,549');
}
