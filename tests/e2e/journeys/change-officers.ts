// (f) April's change of officers: who held an office in autumn is seen; for the next year somebody goes on, somebody else
// comes, one seat stays open. This year's officers stay as they are, and one step takes all of it back.

import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { officers as words } from '../../../ui/src/strings/ja/officers';
import { parts } from '../../../ui/src/strings/ja/parts';
import { roster } from '../../../ui/src/strings/ja/roster';
import { nothingFound } from '../desk/axe';
import { openSample } from './sample';
import { choose, exactly, fill, reach, see, shownText, use, type Seat } from '../desk/seat';

export async function changeOfficers(seat: Seat): Promise<void> {
  await openSample(seat);
  await use(seat, exactly(app.areas.roster));
  await use(seat, exactly(roster.tabs['roster/officers']));
  await see(seat, words.lead('令和8年3月14日', 69));
  await asOf(seat, 'R7.10.1', '令和7年10月1日');
  await see(seat, /会計[\s\S]*佐々木　幸子/);
  await seat.picture('officers-1-autumn');
  await nothingFound(seat, 'the officers of a day');

  await seat.press('Control+Enter');
  await see(seat, words.changeTitle, words.ofOffice('女性会', '代表'));
  await seat.picture('officers-2-offices');
  await nothingFound(seat, 'the change of officers');
  await decide(seat, '女性会', words.ways.vacant);
  await decide(seat, 'PTA', words.ways.other);
  await fill(seat, words.successor, 'あなぶき　かず');
  await see(seat, '穴吹　和夫');
  await seat.press('ArrowDown');
  await seat.press('Enter');
  await seat.picture('officers-3-successor');
  await nothingFound(seat, 'an office with its successor');
  await use(seat, words.restAgain);
  await see(seat, words.decided(9));
  await seat.press('Control+Enter');

  await see(seat, words.lead('令和8年4月1日', 68), '令和8年4月1日からの役員 9件');
  await use(seat, parts.narrow);
  await choose(seat, parts.narrowBy(words.office), '代表');
  await see(seat, parts.shown(8, 68, words.unit), '穴吹　和夫');
  await seat.picture('officers-4-next');
  await nothingFound(seat, 'the officers of next year');
  const next = await shownText(seat);
  expect(next).toContain('令和8年4月1日〜令和9年3月31日');
  expect(next).toContain(roster.appointments.again);
  await asOf(seat, 'R8.3.31', '令和8年3月31日');
  await see(seat, words.lead('令和8年3月31日', 69));

  await use(seat, app.undo);
  await asOf(seat, 'R8.4.1', '令和8年4月1日');
  await see(seat, words.lead('令和8年4月1日', 60));
}

/** Who held which office on a day. */
async function asOf(seat: Seat, typed: string, shown: string): Promise<void> {
  await fill(seat, words.on, typed);
  await seat.press('Enter');
  await see(seat, shown);
}

/** Comes to the choice of an office by Tab and moves along it with the arrows. */
async function decide(seat: Seat, body: string, way: string): Promise<void> {
  const here = () =>
    seat.ask(() => {
      const group = document.activeElement?.closest('[role=radiogroup]');
      return group === null || group === undefined ? ['', ''] : [(group as HTMLElement).innerText, document.activeElement?.closest('label')?.innerText ?? ''];
    });
  const isThere = async () => {
    const [office = ''] = await here();
    return office.includes(words.ofOffice(body, '代表'));
  };
  for (let step = 0; step < 80 && !(await isThere()); step += 1) await seat.press('Tab');
  await reach(seat, /./);
  for (let step = 0; step < 5 && (await here())[1] !== way; step += 1) await seat.press('ArrowDown');
  expect((await here())[1], `${body}: ${way}`).toBe(way);
}
