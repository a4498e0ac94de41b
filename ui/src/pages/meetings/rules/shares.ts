import type { Base, Majority, Matter, Rules, Share } from '../../../generated/api';

/** The shares that 会則 use, by the name under which they are chosen. */
export const SHARES = {
  none: { part: 0, whole: 1, bound: 'at_least' },
  half_more: { part: 1, whole: 2, bound: 'more' },
  half: { part: 1, whole: 2, bound: 'at_least' },
  third: { part: 1, whole: 3, bound: 'at_least' },
  two_thirds: { part: 2, whole: 3, bound: 'at_least' },
  two_thirds_more: { part: 2, whole: 3, bound: 'more' },
  three_quarters: { part: 3, whole: 4, bound: 'at_least' },
  all: { part: 1, whole: 1, bound: 'at_least' },
} as const satisfies Record<string, Share>;

export type ShareName = keyof typeof SHARES;

/** The name of a share; none for one that is not among them. */
export const nameOf = ({ part, whole, bound }: Share): ShareName | null =>
  (Object.keys(SHARES) as ShareName[]).find((name) => SHARES[name].part * whole === part * SHARES[name].whole && (part === 0 || SHARES[name].bound === bound)) ?? null;

export const specialOf = (rules: Rules, matter: Matter): Majority | null => rules.special.find((one) => one.matter === matter)?.majority ?? null;

/** The rules with another majority for a matter; none lets it be decided like any other. */
export function withSpecial(rules: Rules, matter: Matter, share: ShareName | null, base: Base): Rules {
  const others = rules.special.filter((one) => one.matter !== matter);
  return { ...rules, special: share === null ? others : [...others, { matter, majority: { share: { ...SHARES[share] }, base } }] };
}
