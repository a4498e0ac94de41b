// A council whose year goes from 5月1日: founded so, its last day is 4月30日, and once something is entered that stands.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { grants } from '../../../ui/src/strings/ja/grants';
import { items } from '../../../ui/src/strings/ja/items';
import { office } from '../../../ui/src/strings/ja/office';
import { nothingFound } from '../desk/axe';
import { printed } from '../desk/paper';
import { choose, exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { beginSlip, fillSlip } from '../desk/slip';
import { firstStart } from '../journeys/first-start';

const words = office.yearStart;

export async function yearFromMay(seat: Seat): Promise<void> {
  await firstStart(seat, '高松市', { month: words.monthIs(5) });
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.emptyTitle);
  await goTo(seat, accounts.tabs['accounts/purses']);
  await see(seat, accounts.pursesLead('令和7年度', '5月1日'));
  await fill(seat, accounts.purseName, '現金');
  await fill(seat, accounts.openingField, '10万');
  await seat.press('Control+Enter');
  await see(seat, '100,000');
  await goTo(seat, accounts.tabs['accounts/items']);
  await see(seat, items.addItem);
  await fill(seat, new RegExp(`^${items.levels.kan}`), '会議費');
  await use(seat, items.addItemDo);
  await see(seat, '科目「会議費」を加えました');
  await lastDayOfTheYear(seat);
  await settingStands(seat);
}

/** 4/30 is the last day of the year; that of the calendar year before lies in the year before. */
async function lastDayOfTheYear(seat: Seat): Promise<void> {
  await beginSlip(seat, 'expense');
  await fillSlip(seat, { on: '7/4/30', counterparty: '見本茶舗', description: 'お茶', item: '会議費', amount: '1,200' });
  await see(seat, accounts.crosses('前払'));
  await seat.picture('year-start-1-outside');
  await fill(seat, accounts.on, '4/30');
  await choose(seat, accounts.from, '現金');
  await seat.press('Control+Enter');
  await see(seat, '「お茶 1,200円」を記帳しました');
  await goTo(seat, app.areas.accounts);
  await see(seat, 'R8.4.30', '98,800');
  await seat.picture('year-start-2-book');
  expect((await printed(seat, '収支決算書')).replaceAll(/\s/g, '')).toContain('自令和7年5月1日至令和8年4月30日');
  await goTo(seat, app.areas.grants);
  await see(seat, grants.otherYear('令和7年5月1日から令和8年4月30日まで'));
  await seat.picture('year-start-3-grants');
  await nothingFound(seat, 'the grants of a council with a year of its own');
}

async function settingStands(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.settings);
  await see(seat, words.hint);
  await choose(seat, exactly(words.month), words.monthIs(4));
  await reach(seat, exactly(words.day));
  await seat.press('Control+Enter');
  await see(seat, '年度のはじめの日は、記帳のあとでは変えられません。');
  await seat.picture('year-start-4-refused');
  await nothingFound(seat, 'the settings with a refusal');
}
