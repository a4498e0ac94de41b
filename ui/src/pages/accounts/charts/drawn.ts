// What the charts of the accounts draw. Pure.

import type { BudgetRow, MonthRow } from '../../../generated/api';
import { yen } from '../../../lib/yen';
import type { Series } from '../../../parts/chart/scale';

export interface Pair {
  id: string;
  name: string;
  planned: number;
  settled: number;
  /** In thousandths of the longest bar; below zero nothing is drawn. */
  shares: { planned: number; settled: number };
  percent: string | null;
}

/** The items with their bars, all on one scale. */
export function pairs(rows: BudgetRow[]): Pair[] {
  const items = rows.flatMap((row) => (row.item_id === null ? [] : [{ ...row, id: row.item_id }]));
  const longest = Math.max(1, ...items.flatMap(({ budget_yen, settled_yen }) => [budget_yen, settled_yen]));
  const share = (amount: number) => Math.max(0, Math.round((amount * 1000) / longest));
  return items.map(({ id, name, budget_yen: planned, settled_yen: settled, percent }) => ({ id, name, planned, settled, shares: { planned: share(planned), settled: share(settled) }, percent }));
}

const MANY = 1_000_000;

/** The line of balances: in 万円 where the figures would not fit beside each other. The table beside it has every yen. */
export function balances(months: MonthRow[], name: string): { series: Series; isMany: boolean } {
  const values = months.map(({ balance_yen }) => balance_yen);
  const isMany = values.some((value) => Math.abs(value) >= MANY);
  const shown = values.map((value) => yen(isMany ? Math.sign(value) * Math.round(Math.abs(value) / 10_000) : value));
  return { series: { name, values, shown }, isMany };
}
