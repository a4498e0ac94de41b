import { expect, test } from 'vitest';
import { draft } from './draft.svelte';

const begin = () => ({ amount: '', who: '' });

test('half-typed input is found again', () => {
  draft('record', begin).value.amount = '70,400';
  expect(draft('record', begin).value.amount).toBe('70,400');
});

test('an untouched draft starts anew, so that it shows the newest record', () => {
  draft('person', () => ({ name: '1' }));
  expect(draft('person', () => ({ name: '2' })).value.name).toBe('2');
});

test('a dropped draft is gone', () => {
  const typed = draft('saved', begin);
  typed.value.who = 'x';
  typed.drop();
  expect(typed.isTouched).toBe(false);
  expect(draft('saved', begin).value.who).toBe('');
});
