import { expect, test } from 'vitest';
import { asked, changes, chosen, roundOf, rounds } from './choices';

test('a rounding is found again under its choice, and one of a city is offered, too', () => {
  for (const { value } of rounds(null)) expect(chosen(roundOf(value))).toBe(value);
  expect(roundOf(null)).toBeNull();
  expect(roundOf('down 1000')).toEqual({ unit: 1000, how: 'down' });
  const own = { unit: 1000, how: 'up' } as const;
  expect(rounds(own)).toHaveLength(rounds(null).length + 1);
  expect(rounds(own).at(-1)).toEqual({ value: 'up 1000', label: '1,000円未満切上げ' });
});

test('other rules are told by the figures that they change', () => {
  const now = { fixed_yen: 75000, additional_yen: 0, refund_yen: 0, kept_yen: 25000, carry_over: 'reserve' as const };
  expect(changes(now, now)).toEqual([]);
  const then = { ...now, fixed_yen: 100000, refund_yen: 25000, kept_yen: 0, carry_over: 'refund' as const };
  expect(changes(now, then).map(({ now: from, then: to }) => [from, to])).toEqual([[75000, 100000], [0, 25000], [25000, 0]]);
});

test('a check is left out and asked again, and the others stay as they are', () => {
  expect(asked(['sum'], 'period', false)).toEqual(['sum', 'period']);
  expect(asked(['sum', 'period'], 'sum', true)).toEqual(['period']);
});
