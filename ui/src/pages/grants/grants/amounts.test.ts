import { expect, test } from 'vitest';
import { basisOf, filled, typedOf } from './amounts';

test('what was kept is typed again and kept as it was', () => {
  const basis = { formula: 'yokohama-single', readings: { base: 'started' }, counts: { households: 500, cost_yen: 3000000 } };
  expect(basisOf(typedOf(basis))).toEqual({ ...basis, counts: { households: '500', cost_yen: '3000000' } });
});

test('without a formula the amount is typed alone, and an open reading is not sent', () => {
  expect(basisOf(typedOf(null))).toBeNull();
  expect(basisOf({ formula: 'kashiwa', readings: { base: null }, counts: {} })).toEqual({ formula: 'kashiwa', readings: {}, counts: {} });
});

test('what the records know is written in where nothing was typed, and only where it is asked for', () => {
  const suggested = [{ measure: 'households' as const, count: 2345, from: '令和7年度' }];
  expect(filled({}, ['households', 'cost_yen'], suggested)).toEqual({ households: '2345' });
  expect(filled({ households: '500' }, ['households'], suggested)).toEqual({ households: '500' });
  expect(filled({}, ['persons'], suggested)).toEqual({});
});
