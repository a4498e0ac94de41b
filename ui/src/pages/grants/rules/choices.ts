import type { GrantCostDraft, GrantPaperDraft, Round } from '../../../generated/api';
import type { Option } from '../../../parts/fields/SelectField.svelte';
import { grantRules as words } from '../../../strings/ja/grant-rules';
import { yen } from '../../../lib/yen';

/** The words of a closed set as choices. */
export const options = (of: Record<string, string>): Option[] => Object.entries(of).map(([value, label]) => ({ value, label }));

const UNITS = [1, 10, 100, 1000, 10000];
const ROUNDS: Round[] = [...UNITS.map((unit) => ({ unit, how: 'down' as const })), { unit: 1, how: 'half_up' }, { unit: 1, how: 'up' }];

const nameOf = ({ unit, how }: Round): string => `${how} ${unit}`;

/** The ways to round, and the one that is in force where it is none of them. */
export function rounds(current: Round | null): Option[] {
  const isListed = current === null || ROUNDS.some((round) => nameOf(round) === nameOf(current));
  const all = isListed ? ROUNDS : [...ROUNDS, current];
  return all.map((round) => ({ value: nameOf(round), label: words.rounds(yen(round.unit), words.hows[round.how]) }));
}

/** The choice that stands for a rounding, and back. */
export const chosen = (round: Round | null): string | null => (round === null ? null : nameOf(round));

export function roundOf(name: string | null): Round | null {
  const [how, unit] = (name ?? '').split(' ');
  return name === null ? null : { how: how as Round['how'], unit: Number(unit) };
}

export const newPaper = (): GrantPaperDraft => ({ id: '', title: '', stage: 'report', day: '', is_after_year: false, days: '', since: 'completion', only_with_rest: false });

export const newCost = (): GrantCostDraft => ({ words: '', verdict: 'ineligible', per: '', unit: words.person, at_most: '', reason: '' });
