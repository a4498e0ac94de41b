import { expect, test } from 'vitest';
import { basisOf, typedOf } from './amounts';

test('what was kept is typed again and kept as it was', () => {
  const basis = { formula: 'yokohama-single', readings: { base: 'started' }, counts: { households: 500, cost_yen: 3000000 } };
  expect(basisOf(typedOf(basis))).toEqual({ ...basis, counts: { households: '500', cost_yen: '3000000' } });
});

test('without a formula the amount is typed alone, and an open reading is not sent', () => {
  expect(basisOf(typedOf(null))).toBeNull();
  expect(basisOf({ formula: 'kashiwa', readings: { base: null }, counts: {} })).toEqual({ formula: 'kashiwa', readings: {}, counts: {} });
});
