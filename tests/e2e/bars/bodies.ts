// R03: 市 → 協議会 → 地区 → 自治会 → 班. A body that moves in April stands in the past year where it stood.

import { app } from '../../../ui/src/strings/ja/app';
import { bodies as words } from '../../../ui/src/strings/ja/bodies';
import { roster } from '../../../ui/src/strings/ja/roster';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, reach, see, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const COUNCIL = '見本地区コミュニティ協議会';

export async function treeThroughTheYears(seat: Seat): Promise<void> {
  await openSample(seat);
  await use(seat, exactly(app.areas.roster));
  await use(seat, exactly(roster.tabs['roster/bodies']));
  await add(seat, '東地区', words.kinds.area, null);
  await add(seat, '西地区', words.kinds.area, null);
  await add(seat, '新町自治会', words.kinds.association, '東地区');
  await add(seat, '新町一班', words.kinds.block, '新町自治会');
  await see(seat, new RegExp(['高松市', COUNCIL, '東地区', '新町自治会', '新町一班'].join('\\s*›\\s*')));
  await seat.picture('bars-r03-path');
  await nothingFound(seat, 'a body and where it belongs');

  await use(seat, exactly('新町自治会'));
  await see(seat, words.inside);
  await seat.press('Control+Enter');
  await choose(seat, exactly(words.parent), '西地区');
  await fill(seat, exactly(words.moved), 'R8.4.1');
  await seat.press('Control+Enter');
  await see(seat, new RegExp(`${COUNCIL}\\s*›\\s*東地区\\s*›\\s*新町自治会`));
  await reach(seat, exactly(app.year));
  await seat.press('ArrowUp');
  await see(seat, new RegExp(`${COUNCIL}\\s*›\\s*西地区\\s*›\\s*新町自治会`), app.otherYear('令和8年度'));
  await seat.picture('bars-r03-next-year');
}

async function add(seat: Seat, name: string, kind: string, parent: string | null): Promise<void> {
  await use(seat, exactly(app.areas.roster));
  await use(seat, exactly(roster.tabs['roster/bodies']));
  await see(seat, words.add);
  await seat.press('Control+Enter');
  await see(seat, words.newLead);
  await fill(seat, exactly(words.name), name);
  await choose(seat, exactly(words.kind), kind);
  if (parent !== null) await choose(seat, exactly(words.parent), parent);
  await seat.press('Control+Enter');
  await see(seat, new RegExp(`›\\s*${name}`));
}
