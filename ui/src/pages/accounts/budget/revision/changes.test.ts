import { expect, test } from 'vitest';
import { drafted, typedChanges } from './changes';

const found = {
  id: 'r',
  number: 1,
  decided: null,
  reason: '会場がかわったため',
  changes: [{ id: 'c', item_id: 'food', amount_yen: -5000, note: '軽食をやめる' }],
};

test('a draft is shown as it was typed, and saved with its notes', () => {
  const begun = drafted(found);
  expect(begun).toEqual({ reason: '会場がかわったため', amounts: { food: '△5,000' } });
  expect(typedChanges({ ...begun.amounts, print: '3千', rent: ' ' }, found)).toEqual([
    { item_id: 'food', amount: '△5,000', note: '軽食をやめる' },
    { item_id: 'print', amount: '3千', note: '' },
  ]);
});

test('without a draft nothing stands there', () => expect(drafted(undefined)).toEqual({ reason: '', amounts: {} }));
