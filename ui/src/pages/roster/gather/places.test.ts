import { expect, test } from 'vitest';
import { keyOf, NOWHERE, placed, placeOf, undecided } from './places';

const family = (id: string, places: string[]) => ({ residents: [{ id, name: id, relation: '', is_head: true }], places });
const families = [family('岡', ['東']), family('林', ['東', '西']), family('森', [])];

test('a clear association is taken, several are asked about, none is said', () => {
  expect(families.map((one) => placeOf(one, new Map()))).toEqual(['東', null, NOWHERE]);
  expect(undecided(families, new Map()).map(keyOf)).toEqual(['林']);
});

test('what was chosen counts, also that they are in none', () => {
  const chosen = new Map([
    ['岡', NOWHERE],
    ['林', '西'],
  ]);
  expect(undecided(families, chosen)).toEqual([]);
  expect(placed(families, chosen).map(({ organisation_id }) => organisation_id)).toEqual([null, '西', null]);
});
