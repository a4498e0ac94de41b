// An answer that is slow in coming: who has gone on meanwhile, to another page or along a list, stays there.

import { expect } from '@playwright/test';
import { accounts } from '../../ui/src/strings/ja/accounts';
import { app } from '../../ui/src/strings/ja/app';
import { grants } from '../../ui/src/strings/ja/grants';
import { roster } from '../../ui/src/strings/ja/roster';
import { test } from './desk/browser';
import { exactly, goTo, reach, see, use } from './desk/seat';
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
  await use(seat, exactly(app.undo));
  expect(await seat.ask(() => window.location.hash)).toMatch(/^#\/roster(\?|$)/);
});

/** Keeps the answers to this question back; runs in the page. */
function holdBack(question: string): void {
  const [fetchNow, held] = [window.fetch, [] as (() => void)[]];
  window.fetch = async (address, asked) => {
    const answer = await fetchNow(address, asked);
    if (!String(address).endsWith(question)) return answer;
    const [value, isOk] = [await answer.json(), answer.ok];
    return new Promise<Response>((resolve) => held.push(() => resolve({ ok: isOk, json: async () => value } as Response)));
  };
  Object.assign(window, { held });
}

/** One choice further, just as the answer to the last one comes: where the list stands then; runs in the page. */
async function choosesAsItComes(): Promise<number> {
  const list = document.activeElement as HTMLSelectElement;
  const { held } = window as unknown as { held: (() => void)[] };
  list.selectedIndex += 1;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  held.shift()!();
  for (let turn = 0; turn < 100; turn += 1) await null;
  return list.selectedIndex;
}

test('答えがおくれても、選んだ月が前の月にもどらない', async ({ seat }) => {
  await openSample(seat);
  await goTo(seat, app.areas.grants);
  await see(seat, '194,549');
  await seat.ask(holdBack, 'grants.list');
  await reach(seat, grants.moment);
  await seat.press('ArrowDown');
  const held = () => seat.ask(() => (window as unknown as { held: unknown[] }).held.length);
  await expect.poll(held, { message: 'April is answered' }).toBe(1);
  expect(await seat.ask(choosesAsItComes), 'May stays').toBe(2);
});
