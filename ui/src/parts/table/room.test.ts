import { expect, test } from 'vitest';
import type { Column } from './arrange';
import { edges, fitting, visible, widths } from './room';

const keys = (count: number) => Array.from({ length: count }, (_, i) => String(i));

test('of ten thousand rows only those near the screen are drawn', () => {
  const tops = edges(keys(10_000), new Map(), 60);
  expect(visible(tops, 60_000, 600)).toEqual({ from: 992, to: 1019 });
  expect(visible(tops, 599_400, 600)).toEqual({ from: 9982, to: 10_000 });
  expect(visible(edges(keys(3), new Map(), 60), 0, 600)).toEqual({ from: 0, to: 3 });
  expect(visible(edges([], new Map(), 60), 0, 600)).toEqual({ from: 0, to: 0 });
});

test('a tall row moves those below it and nothing else', () => {
  const tops = edges(keys(4), new Map([['1', 200]]), 50);
  expect([...tops]).toEqual([0, 50, 250, 300, 350]);
});

test('columns of words grow narrower together, figures never, and down to a limit', () => {
  const column = (width: number, align?: 'right'): Column<string> => ({ key: String(width), label: '', width, shown: () => '', ...(align ? { align } : {}) });
  const columns = [column(10), column(20), column(4), column(6, 'right'), { ...column(8), isWhole: true }];
  expect(widths(columns, 60)).toEqual([10, 20, 4, 6, 8]);
  expect(widths(columns, 42)).toEqual([8, 16, 4, 6, 8]);
  expect(widths(columns, 10)).toEqual([6, 12, 4, 6, 8]);
});

test('where columns cannot all stand, the spare ones go, the last first, but none that was asked for', () => {
  const column = (key: string, isSpare = false): Column<string> => ({ key, label: '', width: 6, align: 'right', shown: () => '', isSpare });
  const columns = [column('name'), column('in', true), column('given', true), column('left')];
  const kept = (room: number, ...asked: string[]) => fitting(columns, room, ({ key }) => asked.includes(key)).map(({ key }) => key);
  expect(kept(0)).toEqual(['name', 'in', 'given', 'left']);
  expect(kept(24)).toEqual(['name', 'in', 'given', 'left']);
  expect(kept(23)).toEqual(['name', 'in', 'left']);
  expect(kept(5)).toEqual(['name', 'left']);
  expect(kept(23, 'given')).toEqual(['name', 'given', 'left']);
});
