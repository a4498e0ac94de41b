// 個人情報 in its states: a purpose written, a consent given and taken back, a leaver's words erased for good.

import { expect, type Page } from '@playwright/test';
import { app } from '../../ui/src/strings/ja/app';
import { privacy as words } from '../../ui/src/strings/ja/privacy';
import { nothingFound } from './desk/axe';
import { test } from './desk/browser';
import { choose, fill, see, use, type Seat } from './desk/seat';
import { openSample } from './journeys/sample';

const LEFT = { on: '2019-03-31', reason: '転出' };
const SCREENS = { laptop: { width: 1366, height: 768 }, tablet: { width: 1024, height: 768 } };

for (const [screen, viewport] of Object.entries(SCREENS)) {
  for (const size of ['standard', 'huge'] as const) {
    test.describe(`${screen} ${size}`, () => {
      test.use({ viewport });
      test('R16 personal data is kept for something, and erased when its time is over', async ({ seat }) => {
        const look = async (name: string) => {
          await seat.picture(`privacy-${screen}-${size}-${name}`);
          await nothingFound(seat, `${name}, ${screen}, ${size}`);
        };
        await openSample(seat);
        await seat.ask((chosen) => localStorage.setItem('text-size', chosen), size);
        const id = await seat.ask(somebodyLeft, LEFT);
        await open(seat.page, `roster/${id}`);
        await agree(seat, look);
        await open(seat.page, 'settings/privacy');
        await decide(seat, look);
        await erase(seat, look);
        await open(seat.page, `roster/${id}`);
        await see(seat, words.erasedPerson);
        await look('6-erased-person');
      });
    });
  }
}

type Look = (name: string) => Promise<void>;

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
  await see(seat, words.plans.erased, '（消去した人）', words.eraseNone);
  expect(await seat.ask(() => document.querySelector('.saved')?.textContent ?? '')).not.toContain(app.undo);
  await look('5-erased');
}

/** As after a restart: the size of letters and the page are read anew. */
async function open(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), `#/${address}`);
  await page.reload();
  await page.locator('h1').waitFor();
}

/** Runs in the page. */
function isRefused(act: string): boolean {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('dialog button')];
  return buttons.some((button) => button.innerText === act && button.disabled);
}

/** Runs in the page: somebody who left long ago is written down. */
async function somebodyLeft(left: { on: string; reason: string }): Promise<string> {
  const ask = async (name: string, args: object) => (await (await fetch(`/call/${name}`, { method: 'POST', body: JSON.stringify(args) })).json()) as { value: { id: string } };
  const blank = { family_kana: '', given_kana: '', postal: '', mobile: '', birth: '', joined: '', joined_reason: '', left: '', left_reason: '', alternate_name: '', note: '', own: [] };
  const person = { ...blank, id: null, version: 0, family: '綾小路', given: '時子', address: '桜町1-1', phone: '087-555-0001' };
  const { id } = (await ask('roster.save_person', { person })).value;
  await ask('roster.leave', { id, ...left });
  return id;
}
