import { expect, test } from 'vitest';
import { filtered, occurring, ordered, type Column } from './arrange';

interface Row {
  name: string;
  kana: string;
  yen: number | null;
}
const rows: Row[] = [
  { name: '髙橋', kana: 'タカハシ', yen: 10_000 },
  { name: '阿部', kana: 'アベ', yen: null },
  { name: '馬場', kana: 'ババ', yen: 9_000 },
];
const columns: Column<Row>[] = [
  { key: 'name', label: '氏名', width: 8, shown: (r) => r.name, order: (r) => r.kana, note: (r) => r.kana, filter: 'text' },
  { key: 'yen', label: '金額', width: 6, shown: (r) => String(r.yen ?? ''), order: (r) => r.yen, filter: 'choice' },
];
const names = (of: Row[]) => of.map((row) => row.name).join('');

test('names are ordered by their reading, amounts by their value', () => {
  expect(names(ordered(rows, columns, { key: 'name', isDescending: false }))).toBe('阿部髙橋馬場');
  expect(names(ordered(rows, columns, { key: 'yen', isDescending: false }))).toBe('馬場髙橋阿部');
});

test('what has no value stays last in both directions', () => {
  expect(names(ordered(rows, columns, { key: 'yen', isDescending: true }))).toBe('髙橋馬場阿部');
});

test('typed words filter by the name and its reading, in any width', () => {
  expect(names(filtered(rows, columns, { name: 'ﾊﾞﾊﾞ' }))).toBe('馬場');
  expect(names(filtered(rows, columns, { name: '' }))).toBe('髙橋阿部馬場');
});

test('a choice is exact', () => {
  expect(names(filtered(rows, columns, { yen: '9000' }))).toBe('馬場');
  expect(occurring(rows, columns[1] as Column<Row>)).toEqual(['9000', '10000']);
});
