// Where rows and columns of a table stand. Rows are as tall as their words; columns grow narrower before anything is cut. Pure.

import type { Column } from './arrange';

/** Narrower than this part of their width, columns of words are left to scrolling. */
const NARROWEST = 0.6;
/** Up to this width a column is short. */
const SHORT = 4.5;

/** The upper edge of every row in px, and the lower edge of the last; a row that was never drawn is taken to be `usual` tall. */
export function edges(keys: string[], heights: ReadonlyMap<string, number>, usual: number): Float64Array {
  const tops = new Float64Array(keys.length + 1);
  keys.forEach((key, i) => (tops[i + 1] = (tops[i] ?? 0) + (heights.get(key) ?? usual)));
  return tops;
}

/** The row that covers a height. */
function rowAt(tops: Float64Array, height: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The rows on screen, with a few above and below so that scrolling never shows a gap. */
export function visible(tops: Float64Array, scrolled: number, height: number): { from: number; to: number } {
  const [spare, count] = [8, tops.length - 1];
  return { from: Math.max(0, rowAt(tops, scrolled) - spare), to: Math.min(count, rowAt(tops, scrolled + height) + 1 + spare) };
}

/** What a column never goes below: figures and telephone numbers stay whole, a short column keeps room for its heading. */
function least<R>({ align, width, isWhole }: Column<R>): number {
  return align === 'right' || isWhole === true ? width : Math.max(NARROWEST * width, Math.min(width, SHORT));
}

/** The columns for which there is room: of the spare ones that nobody asked for, the last goes first. No room is known before it is measured. */
export function fitting<R>(columns: Column<R>[], room: number, isAsked: (column: Column<R>) => boolean): Column<R>[] {
  const needs = (of: Column<R>[]) => of.reduce((total, column) => total + least(column), 0);
  const last = columns.findLast((column) => column.isSpare === true && !isAsked(column));
  if (room === 0 || last === undefined || needs(columns) <= room) return columns;
  return fitting(columns.filter((column) => column !== last), room, isAsked);
}

/** The width of each column in multiples of the text size, for `room` of them: the long columns give way first. */
export function widths<R>(columns: Column<R>[], room: number): number[] {
  const sum = (of: number[]) => of.reduce((total, width) => total + width, 0);
  const [wished, lowest] = [columns.map(({ width }) => width), columns.map(least)];
  const [most, fewest] = [sum(wished), sum(lowest)];
  // Every column gives up the same part of what it can give up.
  const part = most === fewest ? 1 : Math.min(1, Math.max(0, (room - fewest) / (most - fewest)));
  return wished.map((width, i) => (lowest[i] ?? width) + part * (width - (lowest[i] ?? width)));
}
