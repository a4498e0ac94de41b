import { expect, test } from 'vitest';
import type { ActShown } from '../../../generated/api';
import { saying } from './asked';

const act = (at_label: string, sentence: string) => ({ at_label, sentence }) as ActShown;
const acts = [act('3月14日 10:05', '林　凜さんの記録を林　凜さんにまとめました'), act('3月7日 09:00', '森　博さんの記録を書きました')];

test('an act is found by what it says, in any width and with any space, or by its day', () => {
  expect(saying(acts, '林凜')).toEqual([acts[0]]);
  expect(saying(acts, '林　まとめ')).toEqual([acts[0]]);
  expect(saying(acts, '３月７日')).toEqual([acts[1]]);
  expect(saying(acts, '記録')).toEqual(acts);
  expect(saying(acts, '林 書きました')).toEqual([]);
});
