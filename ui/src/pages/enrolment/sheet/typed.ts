import type { Places, Single } from '../../../generated/api';

/** A layout while it is put right. */
export interface Typed {
  places: Places;
  first: string;
  last: string;
  cells: Partial<Record<Single, string>>;
}

/** As it begins. */
export const typedOf = (places: Places): Typed => ({
  places: structuredClone(places),
  first: String(places.first_row),
  last: String(places.last_row),
  cells: Object.fromEntries(places.cells.map(({ cell, content }) => [content, cell])),
});

/** Half-width, for numbers and cells that were typed with the Japanese keyboard on. */
const plain = (words: string) => words.normalize('NFKC').trim();

/** A row as typed; what is no number is no row. */
const row = (words: string) => (/^\d{1,7}$/.test(plain(words)) ? Number(plain(words)) : 0);

/** As it is kept. */
export const placesOf = ({ places, first, last, cells }: Typed): Places => ({
  ...places,
  first_row: row(first),
  last_row: row(last),
  cells: Object.entries(cells)
    .map(([content, cell]) => ({ content: content as Single, cell: plain(cell ?? '').toUpperCase() }))
    .filter(({ cell }) => cell !== ''),
});
