import { expect, test } from 'vitest';
import { inRow, ROWS, type KanaRow } from './rows';

const people = ['ガモウ　ジロウ', 'かとう　はな', 'ｱﾍﾞ ｲﾁﾛｳ', 'パク', '', 'ヤマダ', 'ヴァン', 'ヲダ'].map((kana) => ({ kana }));
const row = (of: KanaRow) => inRow(people, of).map(({ kana }) => kana);

test('readings of any writing are found in their row of the kana table', () => {
  expect(row('か')).toEqual(['かとう　はな', 'ガモウ　ジロウ']);
  expect(row('あ')).toEqual(['ｱﾍﾞ ｲﾁﾛｳ', 'ヴァン']);
  expect([row('は'), row('わ'), row('ら')]).toEqual([['パク'], ['ヲダ'], []]);
  const found = (Object.keys(ROWS) as KanaRow[]).flatMap(row);
  expect(found).toHaveLength(people.length - 1);
});
