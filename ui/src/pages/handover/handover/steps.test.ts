import { expect, test } from 'vitest';
import type { HandoverState } from '../../../generated/api';
import { keys } from '../../../strings/ja/keys';
import { keySteps, stepsOf } from './steps';

const states = (old_holders: string[], new_holders: string[]) => keySteps({ old_holders, new_holders }).map(({ isDone }) => isDone);

test('the words of the successor come first, then those of the predecessor go', () => {
  expect(states([''], [])).toEqual([false, false]);
  expect(states([''], ['森　花'])).toEqual([true, false]);
  expect(states([], ['森　花'])).toEqual([true, true]);
  expect(states(['森　花'], []), 'who came last year hands over this year').toEqual([false, false]);
});

test('while both can open it, the step says so', () => {
  expect(keySteps({ old_holders: [''], new_holders: ['森　花'] })[0]?.what).toBe(keys.stepDone(`${keys.first}と${keys.whose('森　花')}`));
});

test('the list that is kept by hand is done when it has every kind, not with its first lines', () => {
  const of = (items: number, kinds_missing: number) => stepsOf({ items, kinds_missing, is_sample: true, closed_on_label: '', issued_label: '', records: [] } as unknown as HandoverState)[0];
  expect([of(0, 8)?.isDone, of(2, 6)?.isDone, of(9, 0)?.isDone]).toEqual([false, false, true]);
  expect(of(2, 6)?.what).toContain('6つ');
});
