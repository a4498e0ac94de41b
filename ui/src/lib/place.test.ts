import { expect, test } from 'vitest';
import { href, parse, place } from './place.svelte';

test('an address is a path and what is asked of it', () => {
  expect(parse('')).toEqual({ path: 'home', query: {} });
  expect(parse('#/roster/0190-a?year=2025')).toEqual({ path: 'roster/0190-a', query: { year: '2025' } });
  expect(parse('accounts?missing=receipt')).toEqual({ path: 'accounts', query: { missing: 'receipt' } });
});

test('the chosen year goes along to the next page', () => {
  place.address = parse('#/home?year=2024');
  expect(href('roster')).toBe('#/roster?year=2024');
  expect(href('roster?year=2025')).toBe('#/roster?year=2025');
  place.address = parse('#/home');
  expect(href('accounts?missing=receipt')).toBe('#/accounts?missing=receipt');
});
