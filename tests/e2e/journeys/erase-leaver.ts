// Somebody who left long ago: what she agreed to, for what her data is kept, and how it is erased for good.

import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { privacy as words } from '../../../ui/src/strings/ja/privacy';
import { roster } from '../../../ui/src/strings/ja/roster';
import { find } from '../bars/people';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { openSample } from './sample';

const ERASED = '（消去した人）';

/** What is looked at on the way: a picture, and what a reader of the screen would miss. */
type Look = (name: string) => Promise<void>;

export async function eraseLeaver(seat: Seat): Promise<void> {
  await openSample(seat);
  await eraseSomebody(seat, async (name) => {
    await seat.picture(`privacy-${name}`);
    await nothingFound(seat, `privacy: ${name}`);
  });
}

/** The same at a desk that is open. */
export async function eraseSomebody(seat: Seat, look: Look): Promise<void> {
  await leftLongAgo(seat);
  await agree(seat, look);
  await goTo(seat, app.areas.settings);
  await use(seat, exactly(words.link));
  await decide(seat, look);
  await erase(seat, look);
  await find(seat, '消去した人', ERASED);
  await see(seat, words.erasedPerson);
  await look('6-erased-person');
}

async function leftLongAgo(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.roster);
  await use(seat, exactly(roster.add));
  const typed = { [roster.family]: '綾小路', [roster.given]: '時子', [roster.address]: '桜町1-1', [roster.phone]: '087-555-0001' };
  for (const [field, value] of Object.entries(typed)) await fill(seat, exactly(field), value);
  await seat.press('Control+Enter');
  await see(seat, roster.life, '087-555-0001');
  await use(seat, exactly(roster.leave));
  await reach(seat, exactly(roster.reasons[0]));
  await seat.press('ArrowDown');
  await fill(seat, exactly(roster.leaveOn), 'H31.3.31');
  await seat.press('Control+Enter');
  await see(seat, '平成31年3月31日　転出');
}

async function agree(seat: Seat, look: Look): Promise<void> {
  await use(seat, words.consentAdd);
  await choose(seat, words.consentTo, words.scopes.city);
  await fill(seat, words.consentOn, 'R7.4.1');
  await fill(seat, words.consentHow, words.consentWays[0]);
  await look('1-consent');
  await use(seat, words.consentSave);
  await see(seat, words.given('令和7年4月1日', words.consentWays[0]));
  await use(seat, new RegExp(`${words.withdraw}$`));
  await fill(seat, words.withdrawOn, 'R7.9.1');
  await use(seat, words.withdrawSave);
  await see(seat, words.withdrawn('令和7年9月1日'));
}

async function decide(seat: Seat, look: Look): Promise<void> {
  await use(seat, new RegExp(`^${words.ofField(words.fields.name)}`));
  await see(seat, words.purposeHint);
  await look('2-policy');
  await use(seat, words.savePolicy);
  await see(seat, words.suggestions.name[0], app.undo);
  await look('3-decided');
}

/** Only the right number of people lets it happen, and nothing offers to take it back. */
async function erase(seat: Seat, look: Look): Promise<void> {
  await use(seat, words.erase(1));
  await see(seat, words.eraseFinal);
  await fill(seat, words.eraseCount, '2');
  expect(await seat.ask(isRefused, words.eraseDo), 'two are not one').toBe(true);
  await fill(seat, words.eraseCount, '１');
  await look('4-erase');
  await use(seat, words.eraseDo);
  await see(seat, words.plans.erased, ERASED, words.eraseNone);
  expect(await seat.ask(() => document.querySelector('.saved')?.textContent ?? '')).not.toContain(app.undo);
  await look('5-erased');
}

/** Runs in the page. */
function isRefused(act: string): boolean {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('dialog button')];
  return buttons.some((button) => button.innerText === act && button.disabled);
}
