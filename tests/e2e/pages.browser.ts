// Every page of the specimen council, in each size of letters, on the office's laptop and on a tablet.

import { expect } from '@playwright/test';
import { app } from '../../ui/src/strings/ja/app';
import { nothingFound } from './desk/axe';
import { test } from './desk/browser';
import type { Seat } from './desk/seat';
import { open } from './desk/settled';
import { openSample } from './journeys/sample';

const PAGES = [
  'home',
  'home/year',
  'roster',
  'roster/new',
  'roster/households',
  'roster/households/new',
  'roster/households/gather',
  'roster/print',
  'roster/print?kind=labels',
  'roster/print?kind=certificates',
  'roster/print?kind=slips',
  'roster/print?kind=collect',
  'roster/disclosures',
  'roster/bodies',
  'roster/bodies/new',
  'roster/officers',
  'roster/officers?on=R6.10.1',
  'roster/officers?on=R7.10.1&office=会計',
  'roster/officers/change',
  'roster/movements',
  'roster/same',
  'enrolment',
  'enrolment/year',
  'enrolment/towns',
  'enrolment/ages',
  'enrolment/payment',
  'enrolment/survey',
  'enrolment/sheet',
  'accounts',
  'accounts/new',
  'accounts/new?kind=income',
  'accounts/new?kind=transfer',
  'accounts/budget',
  'accounts/budget/initial',
  'accounts/budget/revision',
  'accounts/budget/move',
  'accounts/items',
  'accounts/charts',
  'accounts/committees',
  'accounts/funds',
  'accounts/slips',
  'accounts/approvals',
  'accounts/recurring',
  'accounts/recurring/new',
  'accounts/advances',
  'accounts/advances/new',
  'accounts/purses',
  'accounts/equipment',
  'accounts/equipment/new',
  'accounts/equipment/check',
  'accounts/equipment/seals',
  'accounts/bank',
  'accounts/bank/rules',
  'accounts/receipts',
  'accounts/receipts/new',
  'accounts/closing',
  'accounts/audit',
  'accounts?missing=verdict',
  'accounts?year=2026',
  'grants',
  'grants?edit=1',
  'grants?step=new',
  'grants/refund/none',
  'activities',
  'activities/new',
  'activities/plan',
  'activities/plan/new',
  'activities/make',
  'activities/make?year=2026',
  'activities/calendar',
  'activities/calendar?month=2025-10',
  'plan',
  'plan/terms',
  'plan/year',
  'plan/headings/new',
  'plan/actions/new',
  'plan/indicators/new',
  'plan?year=2030',
  'meetings',
  'meetings/new',
  'meetings/rules/ordinary',
  'meetings/bylaws',
  'meetings/bylaws?edit=1',
  'handover',
  'handover/tour',
  'handover/notes',
  'handover/keys',
  'handover/notes/new',
  'reports/handover',
  'reports/meeting-minutes',
  'reports/plan-progress',
  'reports',
  'reports/performance-report',
  'reports/settlement-statement',
  'reports/accounts-chart',
  'reports/grant-application',
  'reports/grant-claim',
  'reports/grant-change',
  'reports/grant-expenses',
  'reports/grant-rest',
  'reports/cash-book',
  'reports/committee-settlement',
  'reports/source-settlement',
  'reports/equipment-register',
  'reports/equipment-loans',
  'reports/audit-pack',
  'reports/audit-report',
  'reports/enrolment-list',
  'reports/enrolment-trend',
  'reports/liaison-payment',
  'reports/movement-table',
  'reports/body-list',
  'intake',
  'intake/roster',
  'intake/households',
  'settings',
  'settings/fields',
  'activities/rates',
  'settings/check',
  'settings/privacy',
  'history',
];
/** Lists whose first record is opened too. */
const LISTS = ['roster', 'roster/bodies', 'enrolment', 'accounts', 'accounts/committees', 'activities', 'grants'];

const SCREENS = { laptop: { width: 1366, height: 768 }, tablet: { width: 1024, height: 768 } };

for (const [screen, viewport] of Object.entries(SCREENS)) {
  for (const size of ['standard', 'large', 'huge'] as const) {
    test.describe(`${screen} ${size}`, () => {
      test.use({ viewport, hasTouch: screen === 'tablet' });
      test('every page is sound', async ({ seat }) => {
        await openSample(seat);
        await seat.ask((chosen) => localStorage.setItem('text-size', chosen), size);
        await seat.page.reload();
        for (const address of [...PAGES, ...(await firstRecords(seat))]) {
          await open(seat, address);
          await seat.picture(`${screen}-${size}-${address.replace(/\W/g, '-').replace(/-[0-9a-f-]{36}/, '-record')}`);
          await nothingFound(seat, `${address}, ${screen}, ${size}`);
        }
      });
    });
  }
}

test('an address that leads nowhere says so in plain words and leads home', async ({ seat }) => {
  await openSample(seat);
  for (const address of ['nowhere', 'roster/xyz', 'accounts/%E3%8']) {
    await open(seat, address);
    expect(await seat.ask(() => document.querySelector('main h1')?.textContent), address).toBe(app.noSuchPage);
    expect(await seat.ask(() => document.querySelector('main')?.innerText), address).not.toMatch(/[a-z]{4}/i);
  }
  await seat.page.getByRole('link', { name: app.goHome }).click();
  await expect.poll(() => seat.ask(() => location.hash)).toBe('#/home');
});

async function firstRecords(seat: Seat): Promise<string[]> {
  const records: string[] = [];
  for (const list of LISTS) {
    await open(seat, list);
    const first = await seat.ask((prefix) => {
      const all = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '');
      return all.find((target) => target.startsWith(prefix) && /[0-9a-f-]{36}/.test(target)) ?? '';
    }, `#/${list}/`);
    records.push(first.slice(2));
  }
  return records;
}
