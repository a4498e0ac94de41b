// Parts of a line of the budget as typed.

import type { BudgetPart, PartDraft } from '../../../../generated/api';
import { yen, yenOr } from '../../../../lib/yen';

export const blank = (): PartDraft => ({ words: '', unit: '', quantity: '', times: '', amount: '', activity_id: null, committee_id: null, grant_id: null });

const count = (number: number | null) => (number === null ? '' : String(number));

/** What stands there as it would be typed; a line without parts begins with one empty row. */
export function drafted(parts: BudgetPart[]): PartDraft[] {
  const rows = parts.map(({ words, unit_yen, quantity, times, amount_yen, activity_id, committee_id, grant_id }) => ({ words, unit: yenOr(unit_yen, ''), quantity: count(quantity), times: count(times), amount: unit_yen === null ? yen(amount_yen) : '', activity_id, committee_id, grant_id }));
  return rows.length === 0 ? [blank()] : rows;
}
