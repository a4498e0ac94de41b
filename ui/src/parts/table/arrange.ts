// What a table shows: which rows, in which order, and which of them are on screen. Pure.

export interface Column<R> {
  key: string;
  label: string;
  /** In multiples of the text size. */
  width: number;
  shown: (row: R) => string;
  /** A second, softer line in the cell. */
  note?: (row: R) => string;
  /** What rows are ordered by, where it is not what is shown. */
  order?: (row: R) => string | number | null;
  align?: 'right';
  /** What it shows is not broken into lines where room is short: a telephone number. */
  isWhole?: boolean;
  /** How the filter row asks: typed words, or one of the values that occur. */
  filter?: 'text' | 'choice';
  /** How far in the words stand, in multiples of the text size, as long as nobody sorts the list. */
  indent?: (row: R) => number;
  /** Not shown until somebody chooses it. */
  isExtra?: boolean;
  /** Left out where there is no room for all, unless somebody chose it. */
  isSpare?: boolean;
  /** Colour of a word that is set as a mark. */
  tone?: (row: R) => 'ok' | 'warn' | 'bad' | null;
}

export interface Order {
  key: string;
  isDescending: boolean;
}

export type Filters = Record<string, string>;

const collator = new Intl.Collator('ja', { numeric: true });

function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

const folded = (words: string) => words.normalize('NFKC').toLowerCase();

function fits<R>(row: R, column: Column<R>, wanted: string): boolean {
  const words = folded(`${column.shown(row)} ${column.note?.(row) ?? ''}`);
  return column.filter === 'choice' ? column.shown(row) === wanted : words.includes(folded(wanted));
}

export function filtered<R>(rows: R[], columns: Column<R>[], filters: Filters): R[] {
  const asked = columns.filter((column) => (filters[column.key] ?? '') !== '');
  return asked.length === 0 ? rows : rows.filter((row) => asked.every((column) => fits(row, column, filters[column.key] ?? '')));
}

export function ordered<R>(rows: R[], columns: Column<R>[], order: Order | null): R[] {
  const column = columns.find(({ key }) => key === order?.key);
  if (order === null || column === undefined) return rows;
  const value = column.order ?? column.shown;
  const turned = order.isDescending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: value(row) }));
  return keyed.sort((a, b) => (a.key === null || b.key === null ? compare(a.key, b.key) : turned * compare(a.key, b.key))).map(({ row }) => row);
}

/** The values that occur in a column, for a choice. */
export function occurring<R>(rows: R[], column: Column<R>): string[] {
  return [...new Set(rows.map(column.shown))].filter((words) => words !== '').sort(collator.compare);
}
