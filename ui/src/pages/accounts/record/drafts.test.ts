import { expect, test } from 'vitest';
import type { Choices } from '../../../generated/api';
import { blank, next } from './drafts';

const choices = { purses: [{ id: 'cash' }], occasions: [{ id: 'festival', activity_id: 'summer', name: '夏祭り' }] } as unknown as Choices;

test('the second receipt of an occasion is written up with it like the first', () => {
  const first = { ...blank('expense', choices, 'festival'), on: '7/20', amount: '1200' };
  const second = next(first, choices, 'festival');
  expect([second.occasion_id, second.activity_id, second.on, second.amount]).toEqual(['festival', 'summer', '7/20', '']);
});

test('a slip that was opened for no occasion leaves the next one free', () => {
  const first = { ...blank('expense', choices), occasion_id: 'festival', activity_id: 'summer' };
  expect(next(first, choices).occasion_id).toBeNull();
});
