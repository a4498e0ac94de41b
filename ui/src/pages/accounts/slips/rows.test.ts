import { expect, test } from 'vitest';
import type { ItemChoice } from '../../../generated/api';
import { itemOf, nextRow } from './rows';

const item = (name: string, kana: string): ItemChoice => ({ id: name, side: 'expense', kan: '', kou: name, group: '', name, fund_id: null, kana });
const items = [item('消耗品費', 'しょうもうひんひ'), item('印刷製本費', 'いんさつせいほんひ'), item('会議費', 'かいぎひ'), item('会場費', 'かいじょうひ')];

test('an item is meant by its number, its name, or the beginning of its kana where only one fits', () => {
  const found = (typed: string) => itemOf(typed, items)?.name;
  expect([found('2'), found('２'), found('会議費'), found('しょう'), found('ショウモウ'), found('かいぎ')]).toEqual(['印刷製本費', '印刷製本費', '会議費', '消耗品費', '消耗品費', '会議費']);
  expect([found('かい'), found('0'), found('9'), found(''), found('旅費')]).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test('the next slip keeps day, purse and grant', () => {
  const row = { number: '41', on: '4/2', item: '2', description: '封筒', counterparty: '見本商店', amount: '911', purse_id: 'p', grant_id: 'g' };
  expect(nextRow(row)).toEqual({ number: '', on: '4/2', item: '', description: '', counterparty: '', amount: '', purse_id: 'p', grant_id: 'g' });
});
