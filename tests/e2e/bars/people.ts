// R01, R02, R05, R12, R13 and R17, as somebody at the desk sees them.

import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { fields } from '../../../ui/src/strings/ja/fields';
import { households } from '../../../ui/src/strings/ja/households';
import { lists } from '../../../ui/src/strings/ja/lists';
import { movements } from '../../../ui/src/strings/ja/movements';
import { office } from '../../../ui/src/strings/ja/office';
import { parts } from '../../../ui/src/strings/ja/parts';
import { roster } from '../../../ui/src/strings/ja/roster';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, reach, see, use, type Seat } from '../desk/seat';
import { shows } from '../journeys/give-list';
import { openSample } from '../journeys/sample';

const rail = exactly(app.areas.roster);

/** What stands below the search while it is typed. */
const hits = (seat: Seat) => seat.ask(() => document.querySelector<HTMLElement>('#search-hits')?.innerText ?? '');

/** Looks for somebody by what is typed and opens the first who is found. */
export async function find(seat: Seat, typed: string, found: string): Promise<void> {
  await seat.press('Control+k');
  await seat.press('Control+a');
  await seat.type(typed);
  await expect.poll(() => hits(seat), { message: `${typed} finds ${found}` }).toContain(found);
  await seat.press('Enter');
  await expect.poll(() => seat.ask(() => document.querySelector('h1')?.innerText ?? ''), { message: found }).toContain(found);
}

/** Two people share a household; one of them moves out, and both histories, every seat and the label of the home stay. */
export async function homeAndHistory(seat: Seat): Promise<void> {
  await openSample(seat);
  await find(seat, 'ふじさわ はなこ', '藤澤　花子');
  await use(seat, roster.homeNew);
  await see(seat, households.newLead);
  await use(seat, exactly(households.addPerson));
  await see(seat, households.nth(2));
  await reach(seat, new RegExp(`^${households.removePersonOf(2)}\\s*${households.removePerson}$`));
  await seat.press('Shift+Tab');
  await seat.press('Shift+Tab');
  await seat.press('Shift+Tab');
  await fill(seat, exactly(households.person), 'さいとう はなこ');
  await see(seat, '齋藤　花子');
  await seat.press('ArrowDown');
  await seat.press('Enter');
  await fill(seat, exactly(households.relation), '妹');
  await fill(seat, exactly(households.since), 'R6.4.1');
  await seat.press('Control+Enter');
  await see(seat, households.living, '藤澤　花子', '齋藤　花子');
  await seat.picture('bars-r01-home');
  await nothingFound(seat, 'a household of two');

  await use(seat, new RegExp(`^${households.moveOutOf('齋藤　花子').replace('　', '[　 ]')}\\s*${households.moveOut}$`));
  await fill(seat, households.moveOutOn, 'R7.7.1');
  await fill(seat, exactly(households.newAddress), '高松市寿町2-2');
  await seat.press('Control+Enter');
  await see(seat, households.lived, '令和6年4月1日〜令和7年6月30日');
  await find(seat, 'さいとう はなこ', '齋藤　花子');
  await see(seat, '高松市寿町2-2', roster.events.moved, roster.events.moved_out, roster.events.role_began, '見本地区コミュニティ協議会　副会長');
  await seat.picture('bars-r12-life');
  await nothingFound(seat, 'a life after a move');
  await reach(seat, roster.lifeKinds.all);
  for (const kind of ['stays', 'roles'] as const) {
    await seat.press('ArrowDown');
    await reach(seat, roster.lifeKinds[kind]);
  }
  const life = () => seat.ask((title) => [...document.querySelectorAll('section')].find((one) => one.querySelector('h2')?.innerText === title)?.querySelector('ol')?.innerText ?? '', roster.life);
  await expect.poll(life, { message: 'offices alone' }).not.toContain(roster.events.moved);
  expect(await life()).toContain(roster.events.role_began);

  await use(seat, rail);
  await use(seat, roster.print);
  await use(seat, lists.kinds.labels);
  await choose(seat, exactly(lists.source), '世帯');
  await shows(seat, '〒', '藤澤　花子');
  await seat.picture('bars-r02-label');
}

/** A field of the council's own is in the record, the search, the list, on paper and in a file. */
export async function ownField(seat: Seat): Promise<void> {
  await openSample(seat);
  await use(seat, exactly(app.areas.settings));
  await use(seat, office.settings.fields);
  await see(seat, fields.inUseNone);
  await seat.press('Control+Enter');
  await fill(seat, fields.label, '広報紙の部数');
  await reach(seat, exactly(fields.kinds.text));
  await seat.press('ArrowDown');
  await seat.press('Control+Enter');
  await see(seat, '広報紙の部数', fields.kinds.number);
  await find(seat, 'さいとう はなこ', '齋藤　花子');
  await seat.press('Control+Enter');
  await fill(seat, '広報紙の部数', '１２３');
  await seat.press('Control+Enter');
  await see(seat, '広報紙の部数', '123');
  await seat.picture('bars-r05-record');
  await find(seat, '123', '齋藤　花子');

  await use(seat, rail);
  await use(seat, parts.chooseColumns);
  await reach(seat, exactly('広報紙の部数'));
  await seat.press('Space');
  await expect.poll(() => seat.ask(() => [...document.querySelectorAll('th[scope=col]')].map((one) => (one as HTMLElement).innerText).join(' ')), { message: 'a column of the list' }).toContain('広報紙の部数');
  await seat.picture('bars-r05-list');
  await nothingFound(seat, 'a list with an own field');
  await use(seat, roster.print);
  await use(seat, lists.addColumn('広報紙の部数'));
  await fill(seat, exactly(lists.filterWords), '齋藤');
  await shows(seat, '広報紙の部数', '123');
  await seat.picture('bars-r05-paper');
  const [csv] = await seat.filesOf(() => use(seat, exactly(lists.csv)));
  const bytes = readFileSync(csv!);
  expect([...bytes.subarray(0, 3)], 'R10: Excel knows it by this mark').toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString('utf8')).toContain('"123"\r\n');
}

/** Somebody leaves with a reason: the year closes on what the roster counts, and the search still finds them, saying why. */
export async function leaverIsFound(seat: Seat): Promise<void> {
  await openSample(seat);
  await find(seat, 'あなぶき　かず', '穴吹　和夫');
  await use(seat, exactly(roster.leave));
  await reach(seat, exactly(roster.reasons[0]));
  await seat.press('ArrowDown');
  await fill(seat, exactly(roster.leaveOn), 'R7.6.10');
  await seat.picture('bars-r13-leave');
  await seat.press('Control+Enter');
  await see(seat, '令和7年6月10日　転出', roster.rejoin);
  await use(seat, rail);
  await see(seat, '179人。', roster.hidden(2));
  await use(seat, exactly(roster.tabs['roster/movements']));
  await see(seat, movements.reason('出', '転出', 1), '穴吹　和夫');
  const figures = await seat.ask(() => [...document.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td.right')].map((cell) => Number((cell as HTMLElement).innerText))));
  const months = figures.filter((row) => row.length === 4);
  expect(months.length).toBeGreaterThanOrEqual(12);
  for (const [opening, joined, left, closing] of months) expect(opening! + joined! - left!).toBe(closing);
  expect(months.at(-1)?.at(-1)).toBe(179);
  await seat.picture('bars-r13-movements');
  await nothingFound(seat, 'who came and went');
  for (const typed of ['anabuki kazu', 'ｱﾅﾌﾞｷ ｶｽﾞ', 'あなぶき　かず']) {
    await seat.press('Control+k');
    await seat.press('Control+a');
    await seat.type(typed);
    await expect.poll(() => hits(seat), { message: `${typed} finds who has left, and says why` }).toMatch(/穴吹　和夫[^\n]*（転出）/);
    if (typed === 'あなぶき　かず') await seat.picture('bars-r17-found');
    await seat.press('Escape');
  }
}
