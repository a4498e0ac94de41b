import { expect, test } from 'vitest';
import type { BudgetPart } from '../../../../generated/api';
import { blank, drafted } from './rows';

const part = { words: 'チラシ', unit_yen: 1200, quantity: 500, times: null, amount_yen: 600_000, activity_id: null, committee_id: null, grant_id: 'g' } as BudgetPart;

test('a part is shown as it was typed: the amount only where it was not worked out', () => {
  expect(drafted([part, { ...part, unit_yen: null, quantity: null }])).toEqual([
    { ...blank(), words: 'チラシ', unit: '1,200', quantity: '500', grant_id: 'g' },
    { ...blank(), words: 'チラシ', amount: '600,000', grant_id: 'g' },
  ]);
});

test('a line without parts begins with an empty row', () => expect(drafted([])).toEqual([blank()]));
