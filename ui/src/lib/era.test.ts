import { expect, test } from 'vitest';
import { app } from '../strings/ja/app';
import { eraYear } from './era';

test('a year without a record is named as the others are', () => {
  expect([2019, 2026, 2030].map((year) => app.yearOf(eraYear(year)))).toEqual(['令和元年度', '令和8年度', '令和12年度']);
});
