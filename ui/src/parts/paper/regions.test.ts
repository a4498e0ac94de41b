import { expect, test } from 'vitest';
import type { Item } from '../../generated/api';
import { boxOf, grey, regions } from './regions';

const words = (y: number, length: number, field: string): Item => ({ kind: 'text', x: 70, y, size: 10, text: '…', face: 'mincho', spacing: 0, length, vertical: false, source: { from: 'typed', name: field } });
const rule: Item = { kind: 'line', x1: 0, y1: 0, x2: 9, y2: 0, thickness: 1, dash: 0 };

test('the lines of one typed text make one region', () => {
  const [only, ...others] = regions({ width_mm: 210, height_mm: 297, items: [rule, words(100, 300, 'outcome'), words(118, 120, 'outcome')], variants: [] });
  expect(others).toEqual([]);
  expect(only).toEqual({ field: 'outcome', x: 70, y: 91, width: 300, height: 29.5 });
});

test('words of the form are not typed into', () => {
  const form: Item = { ...words(50, 90, ''), source: { from: 'form' } } as Item;
  expect(regions({ width_mm: 210, height_mm: 297, items: [form], variants: [] })).toEqual([]);
});

test('vertical words stand around the middle of their column', () => {
  const item = { ...words(100, 60, 'a'), vertical: true } as Item;
  expect(boxOf(item)).toEqual({ x: 64.5, y: 100, width: 11, height: 60 });
});

test('a shade is the lightness in percent', () => {
  expect([grey(0), grey(100)]).toEqual(['rgb(0 0 0)', 'rgb(255 255 255)']);
});
