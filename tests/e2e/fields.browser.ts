// Help on every field: on every page, in its table and in the forms that its buttons open, each field says what goes into it.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { accounts } from '../../ui/src/strings/ja/accounts';
import { activities } from '../../ui/src/strings/ja/activities';
import { app } from '../../ui/src/strings/ja/app';
import { attendance } from '../../ui/src/strings/ja/attendance';
import { bodies } from '../../ui/src/strings/ja/bodies';
import { enrolment } from '../../ui/src/strings/ja/enrolment';
import { equipment } from '../../ui/src/strings/ja/equipment';
import { fields } from '../../ui/src/strings/ja/fields';
import { findings } from '../../ui/src/strings/ja/findings';
import { grants } from '../../ui/src/strings/ja/grants';
import { households } from '../../ui/src/strings/ja/households';
import { meetings } from '../../ui/src/strings/ja/meetings';
import { parts } from '../../ui/src/strings/ja/parts';
import { privacy } from '../../ui/src/strings/ja/privacy';
import { rates } from '../../ui/src/strings/ja/rates';
import { receipts } from '../../ui/src/strings/ja/receipts';
import { roster } from '../../ui/src/strings/ja/roster';
import { helpShown } from './bars/help';
import { nothingFound } from './desk/axe';
import { test } from './desk/browser';
import { ofFirstRecord } from './desk/first-record';
import { fill, see, use, type Seat } from './desk/seat';
import { open } from './desk/settled';
import { callMeeting } from './journeys/call-meeting';
import { openSample } from './journeys/sample';

/** Buttons in whose place a form comes. */
const OPENERS: string[] = [
  parts.narrow,
  parts.chooseColumns,
  roster.edit,
  roster.addRole,
  roster.leave,
  privacy.consentAdd,
  privacy.decide,
  households.moveIn,
  households.moveAll,
  bodies.edit,
  enrolment.edit,
  enrolment.further,
  activities.edit,
  activities.addDuty,
  accounts.makeVoid,
  accounts.further,
  equipment.lend,
  equipment.disposal,
  findings.write,
  grants.record,
  grants.otherStep,
  fields.add,
  receipts.addPart,
];

/** What stands in the place of a part of a route that is no record. */
const CHOSEN: Record<string, string> = { ':form': 'performance-report', ':kind': 'ordinary' };

/** Every route of the desk, as its pages name them. */
function routes(): string[] {
  const folder = join(import.meta.dirname, '../../ui/src/pages');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('index.ts')).map((name) => readFileSync(join(folder, name), 'utf8'));
  const found = texts.flatMap((text) => [...text.matchAll(/route: '([^']+)'/g)].map(([, route = '']) => route));
  return [...found, 'settings', 'intake/roster'].map((route) => route.split('/').map((step) => CHOSEN[step] ?? step).join('/')).sort();
}

/** What can be asked about on the page as it stands, each once; marks them by their number; runs in the page. */
function fieldsHere(): number {
  document.querySelectorAll<HTMLDetailsElement>('main details').forEach((one) => (one.open = true));
  document.querySelectorAll('[data-asked]').forEach((one) => one.removeAttribute('data-asked'));
  const groups = new Set<Element>();
  const all = [...document.querySelectorAll<HTMLInputElement>('main :is(input:not([type=file]), select, textarea)')].filter((one) => {
    const group = one.matches('[type=radio], [type=checkbox]') ? one.closest('[role=radiogroup], fieldset') : null;
    const isNew = group === null || !groups.has(group);
    if (group !== null) groups.add(group);
    return isNew && !one.disabled && one.checkVisibility();
  });
  // A long list asks the same of everybody.
  all.slice(0, 60).forEach((one, number) => (one.dataset['asked'] = String(number)));
  return Math.min(all.length, 60);
}

/** Asks about every field on the page as it stands; tells which of them say nothing. */
async function ask(seat: Seat, place: string, heard: Map<string, string>, silent: string[]): Promise<void> {
  const count = await seat.ask(fieldsHere);
  for (let number = 0; number < count; number += 1) {
    const isThere = await seat.ask((asked) => {
      const field = document.querySelector<HTMLElement>(`[data-asked="${asked}"]`);
      field?.focus();
      return field !== null && document.activeElement === field;
    }, number);
    if (!isThere) continue;
    await seat.press('F1');
    await expect.poll(async () => (await helpShown(seat)).page, { message: `${place}: the help is open` }).not.toBe('');
    const { field, words } = await helpShown(seat);
    const markup = await seat.ask((asked) => document.querySelector(`[data-asked="${asked}"]`)?.outerHTML.slice(0, 120) ?? '', number);
    if (words.join('') === '') silent.push(`${place}: ${markup}`);
    else heard.set(`${place} ${field}`, words.join(' '));
    await seat.press('Escape');
    await expect.poll(() => seat.ask((asked) => (document.activeElement as HTMLElement | null)?.dataset['asked'] === String(asked), number), { message: `${place}: back in ${field}` }).toBe(true);
  }
}

const all = routes();
/** How many fields of an area are asked about at least: a walk that sees none of them proves nothing. */
const AREAS = { accounts: 80, activities: 25, enrolment: 20, grants: 8, handover: 6, history: 1, intake: 0, meetings: 25, plan: 15, reports: 0, roster: 60, settings: 5 };

for (const [area, least] of Object.entries(AREAS)) {
  test(`S16 どの欄も、何を入れるかを言う（${area}）`, async ({ seat }) => {
    test.setTimeout(600_000);
    await openSample(seat);
    const [heard, silent] = [new Map<string, string>(), [] as string[]];
    for (const route of all.filter((one) => one.split('/')[0] === area)) {
      const address = await ofFirstRecord(seat, route);
      if (!/\/\/|\/$/.test(address)) await walk(seat, address, heard, silent);
    }
    expect(silent, 'fields that say nothing').toEqual([]);
    expect(heard.size, 'fields that were asked about').toBeGreaterThanOrEqual(least);
  });
}

test('S16 ボタンを押して開く欄も、何を入れるかを言う', async ({ seat }) => {
  test.setTimeout(600_000);
  await openSample(seat);
  const [heard, silent] = [new Map<string, string>(), [] as string[]];
  const opened = async (button: string, mark: string, fields: string[]) => {
    expect(await seat.ask(press, button), `${button} is there`).toBe(true);
    await see(seat, mark);
    await ask(seat, button, heard, silent);
    for (const field of fields) expect([...heard.keys()].filter((one) => one.startsWith(`${button} `) && one.includes(field)), `${field} behind ${button}`).not.toEqual([]);
  };

  await callMeeting(seat);
  await opened(meetings.standings.deputy, meetings.writeDeputy, [meetings.deputy]);
  expect(await seat.ask(press, meetings.standings.written), 'a slip in writing').toBe(true);
  await use(seat, /^賛否を見る・直す/);
  await see(seat, meetings.writeSlip);
  await ask(seat, meetings.writeSlip, heard, silent);

  await newOccasion(seat, '花見の会', '3/28');
  await opened(activities.calledOff, activities.callOff, [activities.cancelReason]);
  await opened(activities.addPreparation, activities.saveTask, [activities.what, activities.who]);

  await newOccasion(seat, '豆まき', '2/1', '30');
  await use(seat, activities.attendance);
  await fill(seat, attendance.find, '見本　花子さん');
  await use(seat, attendance.partOf(attendance.addNamed('見本　花子さん'), attendance.parts.helper));
  await see(seat, attendance.unknown(1));
  await opened(attendance.hours, attendance.hoursHint, [attendance.hoursOf('見本　花子さん')]);
  await open(seat, 'activities/rates');
  await opened(rates.add, rates.addTitle, [rates.from, rates.yen, rates.based]);
  expect(silent, 'fields that say nothing').toEqual([]);
});

/** The page of an occasion that is new. */
async function newOccasion(seat: Seat, name: string, day: string, participants = ''): Promise<void> {
  await open(seat, 'activities/new');
  await see(seat, activities.newLead);
  await fill(seat, new RegExp(`^${activities.name}`), name);
  await fill(seat, new RegExp(`^${activities.from}`), day);
  if (participants !== '') await fill(seat, new RegExp(`^${activities.participants}$`), participants);
  await seat.press('Control+Enter');
  await see(seat, activities.notices);
}

/** Asks on a page and in every form that it opens. */
async function walk(seat: Seat, address: string, heard: Map<string, string>, silent: string[]): Promise<void> {
  await open(seat, address);
  await ask(seat, address, heard, silent);
  for (const opener of OPENERS) {
    if (!(await seat.ask(press, opener))) continue;
    await open(seat, address);
    await ask(seat, `${address} ${opener}`, heard, silent);
    // What was opened is left, so that the next button is there again.
    await open(seat, 'home');
    await open(seat, address);
  }
}

/** Presses the button of this name, where there is one; runs in the page. */
function press(name: string): boolean {
  const button = [...document.querySelectorAll<HTMLElement>('main button')].find((one) => one.innerText.trim() === name && one.checkVisibility());
  button?.click();
  return button !== undefined;
}

const SCREENS = { laptop: { width: 1366, height: 768 }, tablet: { width: 768, height: 1024 } };
for (const [screen, viewport] of Object.entries(SCREENS)) {
  for (const size of ['standard', 'huge'] as const) {
    test.describe(`${screen} ${size}`, () => {
      test.use({ viewport, hasTouch: true });
      test('S16 欄の説明が、指でも読め、その欄にもどる', async ({ seat }) => {
        await openSample(seat);
        await seat.ask((chosen) => localStorage.setItem('text-size', chosen), size);
        await seat.page.reload();
        await open(seat, 'accounts/new');
        await seat.page.getByLabel(accounts.description, { exact: true }).tap();
        await seat.page.getByRole('button', { name: app.help, exact: true }).tap();
        await expect.poll(async () => (await helpShown(seat)).field).toBe(app.helpField(accounts.description));
        await seat.picture(`help-field-${screen}-${size}`);
        await nothingFound(seat, `help at a field, ${screen}, ${size}`);
        await seat.press('Escape');
        await expect(seat.page.getByLabel(accounts.description, { exact: true })).toBeFocused();
      });
    });
  }
}
