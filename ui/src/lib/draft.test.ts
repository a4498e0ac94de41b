import { expect, test } from 'vitest';
import { draft, dropDrafts } from './draft.svelte';

const begin = () => ({ amount: '', who: '' });

test('half-typed input is found again', () => {
  draft('record', begin).value.amount = '70,400';
  expect(draft('record', begin).value.amount).toBe('70,400');
});

test('an untouched draft starts anew, so that it shows the newest record', () => {
  draft('person', () => ({ name: '1' }));
  expect(draft('person', () => ({ name: '2' })).value.name).toBe('2');
});

test('a kept draft begins anew as its present page says', () => {
  draft('year', () => ({ on: '2024' })).value.on = 'x';
  const found = draft('year', () => ({ on: '2025' }));
  expect(found.value.on).toBe('x');
  found.drop();
  expect(found.value.on).toBe('2025');
});

test('the next slip of a heap is not half-typed', () => {
  const slip = draft('heap', begin);
  slip.value.amount = '1';
  slip.start({ amount: '', who: 'same' });
  expect([slip.isTouched, slip.value.who]).toEqual([false, 'same']);
  expect(draft('heap', begin).value.who, 'found again after another page').toBe('same');
});

test('a dropped draft is gone', () => {
  const typed = draft('saved', begin);
  typed.value.who = 'x';
  typed.drop();
  expect(typed.isTouched).toBe(false);
  expect(draft('saved', begin).value.who).toBe('');
});

test('what was typed for one office is not there in the next', () => {
  draft('purses 2025', begin).value.amount = '26,616';
  dropDrafts();
  expect(draft('purses 2025', begin).value.amount).toBe('');
});
