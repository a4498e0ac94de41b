import { expect, test } from 'vitest';
import type { OccasionRow } from '../../../generated/api';
import { monthsOf, weekday, weeksOf } from './months';

const occasion = (title: string, from_on: string, to_on = from_on) => ({ title, from_on, to_on }) as OccasionRow;
const all = [occasion('総会', '2025-04-20'), occasion('見守り', '2025-04-01', '2026-03-31'), occasion('夜警', '2025-12-30', '2026-01-02'), occasion('餅つき', '2026-01-11')];
const year = Array.from({ length: 12 }, (_, at) => ({ key: `${at < 9 ? 2025 : 2026}-${String(((at + 3) % 12) + 1).padStart(2, '0')}`, month: ((at + 3) % 12) + 1 }));
const titles = (of: OccasionRow[]) => of.map(({ title }) => title);

test('a fiscal year has its months in its order, with what goes on into the next', () => {
  const months = monthsOf(year, all);
  expect(months.map(({ key }) => key)).toEqual(year.map(({ key }) => key));
  expect([0, 1, 8, 9].map((at) => titles(months[at]?.occasions ?? []))).toEqual([['総会', '見守り'], [], ['夜警'], ['夜警', '餅つき']]);
});

test('a sheet begins on Sunday and has every day of its month', () => {
  const january = monthsOf(year, all)[9];
  if (january === undefined) throw new Error('twelve months');
  const weeks = weeksOf(january);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeks.flat().flatMap(({ day }) => day ?? [])).toEqual(Array.from({ length: 31 }, (_, at) => at + 1));
  expect(weeks[0]?.map(({ day }) => day)).toEqual([null, null, null, null, 1, 2, 3]);
  expect(titles(weeks.flat().find(({ on }) => on === '2026-01-02')?.occasions ?? [])).toEqual(['夜警']);
  expect([weekday('2026-01-11'), weekday('2026-02-28')]).toEqual([0, 6]);
});
