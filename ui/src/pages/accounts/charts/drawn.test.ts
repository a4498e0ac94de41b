import { expect, test } from 'vitest';
import type { BudgetRow, MonthRow } from '../../../generated/api';
import { balances, pairs } from './drawn';

const row = (item_id: string | null, budget_yen: number, settled_yen: number) => ({ item_id, name: 'a', budget_yen, settled_yen, percent: null }) as BudgetRow;
const month = (balance_yen: number) => ({ label: '4月', balance_yen }) as MonthRow;

test('bars stand on one scale, headings have none, and what is given back is no bar', () => {
  const drawn = pairs([row(null, 900, 900), row('food', 500, 400), row('print', 200, -10)]);
  expect(drawn.map(({ id, shares }) => [id, shares.planned, shares.settled])).toEqual([
    ['food', 1000, 800],
    ['print', 400, 0],
  ]);
});

test('balances too long to stand beside each other are said in 万円, rounded', () => {
  expect(balances([month(999_999), month(-5)], '残高')).toMatchObject({ isMany: false, series: { shown: ['999,999', '△5'] } });
  expect(balances([month(1_234_999), month(-1_235_000), month(4_999)], '残高')).toMatchObject({ isMany: true, series: { shown: ['123', '△124', '0'] } });
});
