import { expect, test } from 'vitest';
import { yen, yenOr } from './yen';

test('amounts are shown as on paper', () => {
  expect([0, 7, 999, 1_000, 5_738_791, -9_000, -1_234_567].map(yen)).toEqual(['0', '7', '999', '1,000', '5,738,791', '△9,000', '△1,234,567']);
});

test('a missing amount shows what stands for it', () => {
  expect(yenOr(null, '—')).toBe('—');
  expect(yenOr(0, '—')).toBe('0');
});
