// Where things stand in a chart. Pure: lengths in pixels, the unit is the text size.

export interface Series {
  name: string;
  values: (number | null)[];
  /** The values in words, one per label. */
  shown: string[];
}

export interface Frame {
  width: number;
  height: number;
  unit: number;
}

export interface Point {
  x: number;
  y: number;
  shown: string;
  isLast: boolean;
}

const TOP = 1.9;
const BOTTOM = 1.7;

/** From the lowest to the highest figure, with air at both ends so that a line does not stick to the edge; below
 * several lines more of it, so that the words of the lowest can stand under their dots. */
export function range(series: Series[], target: number | null, fromZero: boolean): { low: number; high: number } {
  const values = [...series.flatMap((one) => one.values), target].filter((value): value is number => value !== null);
  if (values.length === 0) return { low: 0, high: 1 };
  const high = Math.max(...values);
  const low = fromZero ? 0 : Math.min(...values);
  const air = (high - low) * 0.12 || Math.max(1, Math.abs(high) * 0.05);
  return { low: fromZero ? 0 : low - air * (series.length > 1 ? 2.5 : 1), high: high + air };
}

export function heightOf(value: number, { low, high }: { low: number; high: number }, { height, unit }: Frame): number {
  const room = height - (TOP + BOTTOM) * unit;
  return TOP * unit + room * (1 - (value - low) / (high - low));
}

/** The middle of the nth of so many columns. */
export function middleOf(index: number, count: number, { width }: Frame): number {
  return ((index + 0.5) * width) / count;
}

export function points(series: Series, span: { low: number; high: number }, frame: Frame): Point[] {
  const last = series.values.findLastIndex((value) => value !== null);
  return series.values.flatMap((value, i) => (value === null ? [] : [{ x: middleOf(i, series.values.length, frame), y: heightOf(value, span, frame), shown: series.shown[i] ?? '', isLast: i === last }]));
}

/** How far the words of a value stand from its dot, and how tall they are, in text sizes. */
const ABOVE = 0.55;
const BELOW = 1.3;
const TALL = 0.9;

/** The base line of a value's words: above its dot, or below it where something else is drawn above at that place. */
export function baseOf(y: number, others: number[], { height, unit }: Frame): number {
  const [above, below] = [y - ABOVE * unit, y + BELOW * unit];
  const isFree = (base: number) => others.every((other) => other < base - TALL * unit || other > base + 0.2 * unit);
  const isInside = below < height - (BOTTOM - 0.4) * unit;
  return isFree(above) || !isInside || !isFree(below) ? above : below;
}

/** What a figure takes of its column: from the top of its dot or words to the bottom of them; `base` is none where it is not said. */
export function takenBy(dot: Point, base: number | null, { unit }: Frame): [number, number][] {
  const own: [number, number] = [dot.y - 0.3 * unit, dot.y + 0.3 * unit];
  return base === null ? [own] : [own, [base - TALL * unit, base]];
}

/** Where the words of the target stand: over its line or under it, at the right end or the left, on the first free place. */
export function aimOf(target: number, taken: { left: [number, number][]; right: [number, number][] }, { unit }: Frame): { isLeft: boolean; base: number } {
  const places = [target - 0.35 * unit, target + 1.2 * unit].flatMap((base) => [
    { isLeft: false, base },
    { isLeft: true, base },
  ]);
  const isFree = ({ isLeft, base }: (typeof places)[number]) => taken[isLeft ? 'left' : 'right'].every(([top, bottom]) => bottom < base - TALL * unit || top > base + 0.1 * unit);
  return places.find(isFree) ?? { isLeft: false, base: target - 0.35 * unit };
}
