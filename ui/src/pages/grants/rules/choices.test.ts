import { expect, test } from 'vitest';
import { chosen, roundOf, rounds } from './choices';

test('a rounding is found again under its choice, and one of a city is offered, too', () => {
  for (const { value } of rounds(null)) expect(chosen(roundOf(value))).toBe(value);
  expect(roundOf(null)).toBeNull();
  expect(roundOf('down 1000')).toEqual({ unit: 1000, how: 'down' });
  const own = { unit: 1000, how: 'up' } as const;
  expect(rounds(own)).toHaveLength(rounds(null).length + 1);
  expect(rounds(own).at(-1)).toEqual({ value: 'up 1000', label: '1,000円未満切上げ' });
});
