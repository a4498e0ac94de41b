// V01, K01: a line of work is planned with its 科目 and its 財源; the slip for it proposes both and leaves what was chosen.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { plan as words } from '../../../ui/src/strings/ja/plan';
import { nothingFound } from '../desk/axe';
import { beginPlan } from '../desk/plan';
import { choose, exactly, fill, see, use, type Seat } from '../desk/seat';
import { beginSlip } from '../desk/slip';
import { openSample } from '../journeys/sample';

const MARKET = '夜市事業';
const MORNING = '朝市事業';
const GRANT = '地域まちづくり交付金';

export async function planHasItsMoney(seat: Seat): Promise<void> {
  await openSample(seat);
  await beginPlan(seat);
  await fill(seat, new RegExp(`^${words.activity}`), MARKET);
  await choose(seat, words.item, '消耗品費');
  await choose(seat, words.grant, GRANT);
  await fill(seat, new RegExp(`^${words.schedule}`), '8月');
  await seat.picture('plan-money-1-chosen');
  await nothingFound(seat, 'a line of the plan with its money');
  await seat.press('Control+Enter');
  await see(seat, MARKET, `消耗品費　${GRANT}`, /予算 [\d,]+円/);
  await seat.picture('plan-money-2-planned');
  await nothingFound(seat, 'the plan with its money');

  await use(seat, exactly(words.add));
  await see(seat, words.newLead);
  await fill(seat, new RegExp(`^${words.activity}`), MORNING);
  await choose(seat, words.item, '消耗品費');
  await see(seat, words.shared([MARKET]));
  await seat.picture('plan-money-3-shared');
  await nothingFound(seat, 'a line of the plan under the item of another');
  await seat.press('Control+Enter');
  await see(seat, words.shared([MARKET]), words.shared([MORNING]));
  await seat.picture('plan-money-4-both');
  await nothingFound(seat, 'the plan with an item that two share');

  await beginSlip(seat, 'expense');
  await choose(seat, accounts.activity, MARKET);
  await expect.poll(() => valueOf(seat, accounts.itemField)).toBe('消耗品費');
  await expect.poll(() => valueOf(seat, accounts.funding)).toBe(GRANT);
  await seat.picture('plan-money-5-proposed');
  await fill(seat, accounts.itemField, '会議費');
  await choose(seat, accounts.activity, '防災訓練事業');
  await expect.poll(() => valueOf(seat, accounts.funding), { message: 'what the first one proposed goes' }).toBe(accounts.ownMoney);
  expect(await valueOf(seat, accounts.itemField), 'what was typed stays').toBe('会議費');
}

/** What stands in a field or is chosen in a list. */
function valueOf(seat: Seat, label: string): Promise<string> {
  return seat.ask((wanted) => {
    const field = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('main input, main select')].find((one) => [...(one.labels ?? [])].some((its) => its.innerText.startsWith(wanted)));
    return field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.label ?? '') : (field?.value ?? '');
  }, label);
}
