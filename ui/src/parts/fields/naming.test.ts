import { expect, test } from 'vitest';
import { named, whoIs } from './naming';

const people = [
  { id: '1', name: '林　勝', kana: 'ハヤシ マサル', address: '桜町1-1' },
  { id: '2', name: '林　勝', kana: 'ハヤシ マサル', address: '栗林町2-2' },
  { id: '3', name: '岡　三郎', kana: 'オカ サブロウ', address: '' },
  { id: '4', name: '森　恵', kana: 'モリ メグミ', address: '桜町3-3' },
  { id: '5', name: '森　恵', kana: 'モリ ケイ', address: '桜町3-3' },
];

test('everybody has a name that is theirs alone', () => {
  const words = named(people).map(({ value }) => value);
  expect(new Set(words).size).toBe(people.length);
  expect(words[1]).toBe('林　勝（栗林町2-2）');
  expect(words[2]).toBe('岡　三郎');
});

test('a name is understood in any spacing, a namesake only with the address', () => {
  const choices = named(people);
  expect(whoIs(choices, '岡 三郎')?.id).toBe('3');
  expect(whoIs(choices, '岡三郎')?.id).toBe('3');
  expect(whoIs(choices, '林勝')).toBeUndefined();
  expect(whoIs(choices, '林 勝（栗林町2-2）')?.id).toBe('2');
});
