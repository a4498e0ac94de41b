// An answer that is slow in coming: who has gone on meanwhile, to another page or along a list, stays there.

import { expect } from '@playwright/test';
import { accounts } from '../../ui/src/strings/ja/accounts';
import { app } from '../../ui/src/strings/ja/app';
import { grants } from '../../ui/src/strings/ja/grants';
import { roster } from '../../ui/src/strings/ja/roster';
import { test } from './desk/browser';
import { choose, goTo, see, use } from './desk/seat';
import { openSample } from './journeys/sample';

test('保存の答えがおくれても、移った先のページにとどまる', async ({ seat }) => {
  await openSample(seat);
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('5,829,906', '5,738,791'));
  await goTo(seat, accounts.tabs['accounts/purses']);
  await see(seat, accounts.addPurse);
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await seat.page.route('**/call/accounts.save_purses', async (route) => {
    await held;
    await route.continue();
  });
  const asked = seat.page.waitForRequest('**/call/accounts.save_purses');
  await seat.press('Control+Enter');
  await asked;
  await goTo(seat, app.areas.roster);
  await see(seat, roster.title);
  const answered = seat.page.waitForResponse('**/call/accounts.save_purses');
  answer();
  await answered;
  await use(seat, new RegExp(`^${app.undo}$`));
  expect(await seat.ask(() => window.location.hash)).toMatch(/^#\/roster(\?|$)/);
});

test('答えがおくれても、選んだ月が前の月にもどらない', async ({ seat }) => {
  await openSample(seat);
  await goTo(seat, app.areas.grants);
  await see(seat, '194,549');
  await seat.page.route('**/call/grants.list', async (route) => {
    await new Promise((later) => setTimeout(later, 60));
    await route.continue();
  });
  for (let again = 0; again < 3; again += 1) {
    await choose(seat, grants.moment, grants.otherDay);
    await see(seat, grants.seeDay);
    await choose(seat, grants.moment, grants.now);
    await see(seat, '194,549');
  }
});
