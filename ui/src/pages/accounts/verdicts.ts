import type { Eligibility } from '../../generated/api';
import { accounts as words } from '../../strings/ja/accounts';

const ALL: Eligibility[] = ['eligible', 'ineligible', 'unclear'];

/** 対象, 対象外, 要確認, to choose from. */
export const VERDICTS = ALL.map((value) => ({ value, label: words.eligibilities[value] }));

/** The verdict that was chosen. */
export function verdictOf(chosen: string | null): Eligibility | null {
  return ALL.find((one) => one === chosen) ?? null;
}
