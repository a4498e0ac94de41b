import { expect, test } from 'vitest';
import type { Part } from '../../../generated/api';
import { meetings as words } from '../../../strings/ja/meetings';
import { blank, cleared } from './drafts';

const labels = { begins: '開会', ends: '閉会', place: '場所', chair: '議長', agreed: '同意' };
const having = (...parts: Part[]) => (part: Part) => parts.includes(part);

test('what a save takes away is told by name, and nothing that was not typed', () => {
  const typed = { ...blank(2025), begins: '14:00', place: '集会所', chair: ' ' };
  expect(cleared(typed, having('agreement'), labels)).toEqual(['開会', '場所']);
  expect(cleared(typed, having('times', 'place', 'chair'), labels)).toEqual([]);
  expect(cleared({ ...blank(2025), agreed: 'R8.3.1' }, having('times', 'place', 'chair'), labels)).toEqual(['同意']);
});

test('what was never stored cannot be brought back', () => {
  expect(words.cleared(['場所'], false)).toBe('保存すると、「場所」は消えます。');
  expect(words.cleared(['場所'], true)).toContain('「元に戻す」で戻せます。');
});
