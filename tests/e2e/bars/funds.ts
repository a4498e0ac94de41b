// B05: a reserve is set up, planned, and stands beside 一般会計.

import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { funds as words } from '../../../ui/src/strings/ja/funds';
import { nothingFound } from '../desk/axe';
import { choose, fill, goTo, reach, see, type Seat, use } from '../desk/seat';
import { openSample } from '../journeys/sample';

export async function reserveIsPlanned(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.accounts);
  await see(seat, '49,295');
  await goTo(seat, accounts.tabs['accounts/funds']);
  await see(seat, words.add, '787,789');
  await fill(seat, words.nameField, '五十周年積立金');
  await reach(seat, new RegExp(`^${words.kinds.special}$`));
  await seat.press('ArrowDown');
  await fill(seat, words.purpose, '五十周年の記念事業');
  await fill(seat, words.target, '50万');
  await choose(seat, words.until, '令和12年度');
  await nothingFound(seat, 'a reserve as it is written');
  await seat.picture('funds-1-new');
  await use(seat, new RegExp(`^${words.addDo}$`));
  await see(seat, app.undo, /五十周年積立金[^\n]*を書きました/);
  await goTo(seat, accounts.tabs['accounts/funds']);

  await reach(seat, /^一般会計/);
  await seat.press('ArrowDown');
  await seat.press('Enter');
  await see(seat, words.plan, words.noPlan);
  for (const year of ['令和7年度', '令和8年度']) {
    await choose(seat, words.planYear, year);
    await fill(seat, words.planAmount, '10万');
    await use(seat, new RegExp(`^${words.planDo}$`));
    await see(seat, new RegExp(`${year}\\s*100,000`));
  }
  await see(seat, '200,000');
  await seat.picture('funds-2-plan');
  await nothingFound(seat, 'the plan of a reserve');
}
