import { expect, test } from 'vitest';
import type { Places } from '../../../generated/api';
import { placesOf, typedOf } from './typed';

const places: Places = { sheet: '調査票', first_row: 6, last_row: 20, columns: [], cells: [{ cell: 'C3', content: 'council' }], names: [] };

test('what was kept is typed as it was and kept again', () => {
  expect(placesOf(typedOf(places))).toEqual(places);
});

test('full-width digits and small letters are read; an empty cell is left out; nonsense is no row', () => {
  const typed = { ...typedOf(places), first: '７', last: '二十', cells: { council: ' ｃ４ ', year: '' } };
  const kept = placesOf(typed);
  expect([kept.first_row, kept.last_row]).toEqual([7, 0]);
  expect(kept.cells).toEqual([{ content: 'council', cell: 'C4' }]);
});
