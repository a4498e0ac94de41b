import { expect, test } from 'vitest';
import type { Part } from '../../../generated/api';
import { blank, cleared } from './drafts';

const labels = { begins: '開会', ends: '閉会', place: '場所', chair: '議長', agreed: '同意' };
const having = (...parts: Part[]) => (part: Part) => parts.includes(part);

test('what a save takes away is told by name, and nothing that was not typed', () => {
  const typed = { ...blank(2025), begins: '14:00', place: '集会所', chair: ' ' };
  expect(cleared(typed, having('agreement'), labels)).toEqual(['開会', '場所']);
  expect(cleared(typed, having('times', 'place', 'chair'), labels)).toEqual([]);
  expect(cleared({ ...blank(2025), agreed: 'R8.3.1' }, having('times', 'place', 'chair'), labels)).toEqual(['同意']);
});
