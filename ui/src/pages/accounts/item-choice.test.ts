import { expect, test } from 'vitest';
import type { ItemChoice } from '../../generated/api';
import { itemOf, numbered } from './item-choice';

const item = (name: string, kana: string, group = '', side: 'income' | 'expense' = 'expense'): ItemChoice => ({ id: `${group}${name}`, side, kan: '', kou: name, group, name, fund_id: null, kana });
const all = [
  item('会費', 'かいひ', '', 'income'),
  item('消耗品費', 'しょうもうひんひ', '事務費'),
  item('印刷製本費', 'いんさつせいほんひ'),
  item('会議費', 'かいぎひ'),
  item('会場費', 'かいじょうひ'),
  item('消耗品費', 'しょうもうひんひ', '祭り'),
];
const expenses = numbered(all, ({ side }) => side === 'expense');
const found = (typed: string) => itemOf(typed, expenses)?.item.id;

test('an item is meant by its number, its name, or the beginning of its kana where only one fits', () => {
  expect([found('3'), found('３'), found('会議費'), found('いんさ'), found('インサツ'), found('かいぎ')]).toEqual(['印刷製本費', '印刷製本費', '会議費', '印刷製本費', '印刷製本費', '会議費']);
  expect([found('かい'), found('0'), found('9'), found(''), found('旅費')]).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test('a number is that of the whole list, and one of the other side is not meant', () => {
  expect(found('1')).toBeUndefined();
  expect(itemOf('1', numbered(all, () => true))?.item.name).toBe('会費');
});

test('of two that bear one name each is meant by what it stands under', () => {
  expect(found('消耗品費')).toBeUndefined();
  expect([found('消耗品費（事務費）'), found('消耗品費（祭り）'), found('6')]).toEqual(['事務費消耗品費', '祭り消耗品費', '祭り消耗品費']);
});
