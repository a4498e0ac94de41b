import { expect, test } from 'vitest';
import type { Rules } from '../../../generated/api';
import { nameOf, SHARES, specialOf, withSpecial, type ShareName } from './shares';

test('過半数 and 2分の1以上 are two shares, and each is found under its own name', () => {
  for (const name of Object.keys(SHARES) as ShareName[]) expect(nameOf(SHARES[name])).toBe(name);
  expect(nameOf({ part: 2, whole: 4, bound: 'more' })).toBe('half_more');
  expect(nameOf({ part: 3, whole: 5, bound: 'more' })).toBeNull();
});

test('a matter has one majority, or is decided like any other', () => {
  const rules = { special: [] } as unknown as Rules;
  const strict = withSpecial(withSpecial(rules, 'bylaws', 'two_thirds', 'present'), 'bylaws', 'three_quarters', 'all');
  expect(strict.special).toHaveLength(1);
  expect(specialOf(strict, 'bylaws')).toEqual({ share: SHARES.three_quarters, base: 'all' });
  expect(specialOf(withSpecial(strict, 'bylaws', null, 'all'), 'bylaws')).toBeNull();
});
