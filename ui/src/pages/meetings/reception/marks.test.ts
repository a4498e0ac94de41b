import { expect, test } from 'vitest';
import type { ItemShown, RollLine } from '../../../generated/api';
import { found, pressed, slipSays, votedOn, waysAt } from './marks';

const line = (number: number, name: string, detail: string) => ({ number, name, detail }) as RollLine;
const roll = [line(1, '岡　一', '東自治会'), line(12, '林　二', '西自治会'), line(21, '森　三', '東自治会')];
const numbers = (typed: string) => found(roll, typed).map(({ number }) => number);

test('a line is found by the beginning of its number, by a part of its name, or by where it is', () => {
  expect(numbers('')).toEqual([1, 12, 21]);
  expect(numbers('１')).toEqual([1, 12]);
  expect(numbers('林二')).toEqual([12]);
  expect(numbers('東')).toEqual([1, 21]);
  expect(numbers('五')).toEqual([]);
});

test('the slip of a line is told in short words, items that nobody votes on aside', () => {
  const item = (label: string, kind: string) => ({ item: { id: label, kind, title: label, ballot: null }, label }) as ItemShown;
  const items = votedOn([item('第1号議案', 'motion'), item('報告第1号', 'report'), item('', 'other'), item('第2号議案', 'motion'), item('第3号議案', 'motion')]);
  const said = (standing: string, votes: (string | null)[]) => slipSays({ ...line(1, '岡　一', ''), standing, votes } as RollLine, items);
  expect(said('written', ['yes', null, null, 'no', null])).toBe('第1号 賛成・第2号 反対・第3号 印なし');
  expect(said('electronic', ['abstain', null, null, 'yes', 'yes'])).toBe('第1号 棄権・第2号 賛成・第3号 賛成');
  expect(said('written', [null, null, null, null, null])).toBe('賛否は、まだ入れていません');
  expect(said('present', ['yes', null, null, 'no', 'no'])).toBe('');
});

test('pressing the same way again loses neither the name of a deputy nor who holds a proxy, and times stay with who comes', () => {
  const at = (fields: Partial<RollLine>) => ({ ...line(7, '', ''), holder: null, holder_number: null, deputy: '', came: '', left: '', ...fields }) as RollLine;
  const deputy = at({ standing: 'deputy', deputy: '見本　花子', came: '14:10' });
  expect(pressed(deputy, 'deputy')).toMatchObject({ numbers: '7', standing: 'deputy', deputy: '見本　花子', came: '14:10', writes_over: true });
  expect(pressed(deputy, 'present')).toMatchObject({ deputy: '', came: '14:10' });
  expect(pressed(deputy, 'written')).toMatchObject({ deputy: '', came: '', holder: null });
  const proxy = at({ standing: 'proxy', holder: 'member', holder_number: 3 });
  expect(pressed(proxy, 'proxy')).toMatchObject({ holder: 'member', holder_number: '3' });
  expect(pressed(at({ standing: 'open' }), 'proxy')).toMatchObject({ holder: 'chair', holder_number: '' });
});

test('the door offers the ways that the rules let count', () => {
  const [all, none] = [{ for_quorum: true, for_vote: false }, { for_quorum: false, for_vote: false }];
  expect(waysAt(true, { proxies: all, electronic: all })).toEqual(['present', 'deputy', 'proxy', 'written', 'electronic', 'absent', 'open']);
  expect(waysAt(true, { proxies: none, electronic: none })).toEqual(['present', 'deputy', 'written', 'absent', 'open']);
  expect(waysAt(false, { proxies: none, electronic: none })).toEqual(['written', 'electronic', 'open']);
});
