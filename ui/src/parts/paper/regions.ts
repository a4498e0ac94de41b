import type { Item, Sheet } from '../../generated/api';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A place on the paper that the secretary types into. */
export interface Region extends Box {
  field: string;
}

export const POINTS_PER_MM = 72 / 25.4;

/** The room that a text or an empty place takes up; rules and shades have none. */
export function boxOf(item: Item): Box | null {
  if (item.kind === 'room') return item;
  if (item.kind !== 'text') return null;
  return item.vertical
    ? { x: item.x - item.size * 0.55, y: item.y, width: item.size * 1.1, height: item.length }
    : { x: item.x, y: item.y - item.size * 0.9, width: item.length, height: item.size * 1.15 };
}

function joined(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

/** One region per typed text, around all its lines on this sheet. */
export function regions(sheet: Sheet): Region[] {
  const found = new Map<string, Region>();
  for (const item of sheet.items) {
    const box = boxOf(item);
    if (box === null || !('source' in item) || item.source.from !== 'typed') continue;
    const field = item.source.name;
    const known = found.get(field);
    found.set(field, { field, ...(known === undefined ? { x: box.x, y: box.y, width: box.width, height: box.height } : joined(known, box)) });
  }
  return [...found.values()];
}

/** Grey of a given lightness. */
export function grey(shade: number): string {
  const level = Math.round((shade * 255) / 100);
  return `rgb(${level} ${level} ${level})`;
}
