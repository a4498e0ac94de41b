import { expect, test } from 'vitest';
import { movedTo } from './rows';

test('one of a list moves and the others close up', () => {
  expect(movedTo(['市長', '校長', '所長'], 2, 0)).toEqual(['所長', '市長', '校長']);
  expect(movedTo(['市長', '校長', '所長'], 0, 1)).toEqual(['校長', '市長', '所長']);
});
