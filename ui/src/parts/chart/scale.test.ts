import { expect, test } from 'vitest';
import { aimOf, baseOf, heightOf, middleOf, points, range, takenBy } from './scale';

const frame = { width: 500, height: 180, unit: 18 };
const rate = { name: '加入率', values: [516, null, 469], shown: ['51.6', '', '46.9'] };

test('the range holds every figure and the target, with air', () => {
  const { low, high } = range([rate], 624, false);
  expect(low).toBeLessThan(469);
  expect(high).toBeGreaterThan(624);
  expect(range([rate], null, true).low).toBe(0);
});

test('a higher figure stands higher, inside the frame', () => {
  const span = range([rate], 624, false);
  const [target, first, last] = [624, 516, 469].map((value) => heightOf(value, span, frame));
  expect(target).toBeLessThan(first ?? 0);
  expect(first).toBeLessThan(last ?? 0);
  expect(target).toBeGreaterThan(0);
  expect(last).toBeLessThan(frame.height);
});

test('a missing year leaves a gap and the last figure is marked', () => {
  const drawn = points(rate, range([rate], null, false), frame);
  expect(drawn.map(({ shown, isLast }) => [shown, isLast])).toEqual([
    ['51.6', false],
    ['46.9', true],
  ]);
  expect(drawn[1]?.x).toBe(middleOf(2, 3, frame));
});

test('figures without difference are still drawn', () => {
  const span = range([{ name: '', values: [5, 5], shown: ['5', '5'] }], null, false);
  expect(Number.isFinite(heightOf(5, span, frame))).toBe(true);
});

test('the words of a figure step below their dot where a line runs above it, and never into the years', () => {
  expect(baseOf(90, [], frame)).toBeLessThan(90);
  expect(baseOf(90, [75], frame)).toBeGreaterThan(90);
  expect(baseOf(90, [75, 105], frame)).toBeLessThan(90);
  expect(baseOf(145, [130], frame)).toBeLessThan(145);
});

test('the words of the target stand where no figure stands', () => {
  const at = (y: number) => takenBy({ x: 0, y, shown: '', isLast: true }, y - 10, frame);
  const [far, near] = [at(150), at(60)];
  expect(aimOf(62, { left: far, right: far }, frame)).toMatchObject({ isLeft: false });
  expect(aimOf(62, { left: far, right: near }, frame)).toMatchObject({ isLeft: true });
  const below = aimOf(62, { left: near, right: near }, frame);
  expect(below.base).toBeGreaterThan(62);
  const unsaid = takenBy({ x: 0, y: 100, shown: '', isLast: false }, null, frame);
  expect(unsaid).toEqual([[94.6, 105.4]]);
  expect(aimOf(62, { left: [...near, ...unsaid], right: [...near, [70, 90]] }, frame)).toEqual({ isLeft: true, base: 62 + 1.2 * 18 });
  expect(aimOf(62, { left: [[0, 180]], right: [[0, 180]] }, frame).base).toBeLessThan(62);
});
