import type { GrantCostDraft, GrantPaperDraft, Round, SettledBy } from '../../../generated/api';
import type { Option } from '../../../parts/fields/SelectField.svelte';
import { grantRules as words } from '../../../strings/ja/grant-rules';
import { grants } from '../../../strings/ja/grants';
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

interface Change {
  what: string;
  now: number;
  then: number;
}

/** The figures that other rules change. */
export function changes(now: SettledBy, then: SettledBy): Change[] {
  const of = (what: string, key: 'fixed_yen' | 'additional_yen') => ({ what, now: now[key], then: then[key] });
  const kept = (mode: SettledBy['carry_over']) => ({ what: grants.rest[mode], now: now.carry_over === mode ? now.kept_yen : 0, then: then.carry_over === mode ? then.kept_yen : 0 });
  const back = { what: grants.rest.refund, now: now.refund_yen, then: then.refund_yen };
  const all = [of(words.fixed, 'fixed_yen'), of(words.additional, 'additional_yen'), back, ...(['reserve', 'next_year'] as const).map(kept)];
  return all.filter((one) => one.now !== one.then);
}

/** The checks that are not asked, once this one is asked or is not. */
export const asked = (notAsked: string[], id: string, is: boolean): string[] => (is ? notAsked.filter((one) => one !== id) : [...notAsked, id]);

export const newPaper = (): GrantPaperDraft => ({ id: '', title: '', stage: 'report', day: '', is_after_year: false, days: '', since: 'completion', only_with_rest: false, attachments: '' });

export const newCost = (): GrantCostDraft => ({ items: '', words: '', verdict: 'ineligible', per: '', unit: words.person, at_most: '', reason: '' });
