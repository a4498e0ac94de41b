import { expect, test } from 'vitest';
import { fitting } from './fitting';

const past = [
  { value: '栗林文具店', keys: 'リツリンブングテン' },
  { value: '見本印刷(有)', keys: 'ミホンインサツ' },
  { value: '有限会社見本食品' },
];
const found = (typed: string) => fitting(past, typed).map((one) => one.value);

test('past words are found by kanji and by their reading', () => {
  expect(found('印刷')).toEqual(['見本印刷(有)']);
  expect(found('みほん')).toEqual(['見本印刷(有)']);
  expect(found('ﾌﾞﾝｸﾞ')).toEqual(['栗林文具店']);
});

test('what begins with the typed words stands first', () => {
  expect(found('見本')).toEqual(['見本印刷(有)', '有限会社見本食品']);
});

test('what is typed in full is not suggested again', () => {
  expect(found('栗林文具店')).toEqual([]);
});
