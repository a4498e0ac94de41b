// K11: the new year begins with another balance than the closed one left; it is said, and the new year is not closed.

import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { closing as words } from '../../../ui/src/strings/ja/closing';
import { nothingFound } from '../desk/axe';
import { stateBalances } from '../desk/balances';
import { exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { openBooks } from '../journeys/sample';

const DIFFERS = '「現金」のはじめの残高が、前の年度のおわりとちがいます。';

export async function carriedBalance(seat: Seat): Promise<void> {
  await openBooks(seat, 'accounts/closing');
  await see(seat, words.inTheWay);
  await stateBalances(seat, '49,295', '738,494');
  await fill(seat, words.by, '会長　見本');
  await use(seat, exactly(words.close));
  await see(seat, words.closedTitle, words.nextTitle('令和8年度'));

  await reach(seat, exactly(app.year));
  await seat.press('ArrowUp');
  await see(seat, words.lead('令和8年度'), words.closeLead('令和8年度'));
  await goTo(seat, accounts.tabs['accounts/purses']);
  await see(seat, accounts.pursesLead('令和8年度', '4月1日'), accounts.before('49,295'));
  await fill(seat, /^現金/, '49,296');
  await seat.press('Control+Enter');
  await see(seat, app.undo, '49,296円');
  await goTo(seat, accounts.tabs['accounts/closing']);
  await see(seat, DIFFERS, words.inTheWay);
  await seat.picture('carried-1-differs');
  await nothingFound(seat, 'a year that began with another balance');
  await stateBalances(seat, '49,296', '738,494');
  await fill(seat, words.by, '会長　見本');
  await use(seat, exactly(words.close));
  await expectTwice(seat);
  await seat.picture('carried-2-refused');
}

/** Among the checks, and beside the button that was pressed. */
async function expectTwice(seat: Seat): Promise<void> {
  await see(seat, new RegExp(`${DIFFERS}[^]*${DIFFERS}`), words.closeTitle);
}
