import { expect, test } from 'vitest';
import type { Page } from '../pages/page';
import { match, yearOf } from './router';

const pages = ['home', 'accounts/new', 'accounts/:id', 'reports/:form'].map((route) => ({ route }) as Page);
const found = (path: string) => {
  const hit = match(pages, path);
  return hit && [hit.page.route, hit.params];
};

test('an address leads to its page, fixed words before open ones', () => {
  expect(found('home')).toEqual(['home', {}]);
  expect(found('accounts/new')).toEqual(['accounts/new', {}]);
  expect(found('accounts/0190')).toEqual(['accounts/:id', { id: '0190' }]);
  expect(found('reports/performance-report')).toEqual(['reports/:form', { form: 'performance-report' }]);
});

test('an unknown address leads nowhere', () => {
  expect(found('accounts/0190/more')).toBeNull();
  expect(found('meetings')).toBeNull();
});

test('an address that no one can have written leads nowhere, and a year that is none is left out', () => {
  expect(found('accounts/%E3%8')).toBeNull();
  expect(['2025', '25', 'abc', '99999', '', undefined].map(yearOf)).toEqual([2025, null, null, null, null, null]);
});
