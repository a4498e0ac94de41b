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

/** From the lowest to the highest figure, with air at both ends so that a line does not stick to the edge. */
export function range(series: Series[], target: number | null, fromZero: boolean): { low: number; high: number } {
  const values = [...series.flatMap((one) => one.values), target].filter((value): value is number => value !== null);
  if (values.length === 0) return { low: 0, high: 1 };
  const high = Math.max(...values);
  const low = fromZero ? 0 : Math.min(...values);
  const air = (high - low) * 0.12 || Math.max(1, Math.abs(high) * 0.05);
  return { low: fromZero ? 0 : low - air, high: high + air };
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
