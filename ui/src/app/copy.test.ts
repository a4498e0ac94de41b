import { expect, test } from 'vitest';
import { linksTo } from './copy';

test('links to a page that writes are known whatever record they lead to', () => {
  document.body.innerHTML = [
    '#/accounts/new',
    '#/accounts/new?kind=income&year=2025',
    '#/accounts/0190-a/correct?year=2025',
    '#/accounts/0190-a',
    '#/accounts/recurring/0190-b',
    '#/accounts/recurring?year=2025',
    '#/accounts?missing=receipt',
  ]
    .map((to) => `<a href="${to}">x</a>`)
    .join('');
  const found = (route: string) => [...document.querySelectorAll(linksTo(route))].map((link) => link.getAttribute('href'));
  expect(found('accounts/new')).toEqual(['#/accounts/new', '#/accounts/new?kind=income&year=2025']);
  expect(found('accounts/:id/correct')).toEqual(['#/accounts/0190-a/correct?year=2025']);
  expect(found('accounts/recurring/:id')).toEqual(['#/accounts/recurring/0190-b']);
});
