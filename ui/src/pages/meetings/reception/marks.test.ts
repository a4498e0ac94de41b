import { expect, test } from 'vitest';
import type { RollLine } from '../../../generated/api';
import { found } from './marks';

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
