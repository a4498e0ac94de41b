import type { FamilyDraft, HouseholdSuggestion } from '../../../generated/api';

/** A household in no association, said by somebody or because nobody of it has a seat in one. */
export const NOWHERE = 'nowhere';

type Family = Pick<HouseholdSuggestion, 'residents' | 'places'>;
type Chosen = ReadonlyMap<string, string>;

/** A family is known by its first resident. */
export const keyOf = ({ residents }: Family): string => residents[0]?.id ?? '';

/** Where a family lives: as chosen, else as its seats say; none where they say several and nobody has chosen. */
export function placeOf(family: Family, chosen: Chosen): string | null {
  const [first = NOWHERE, ...more] = family.places;
  return chosen.get(keyOf(family)) ?? (more.length === 0 ? first : null);
}

/** The families of which it must still be asked where they live. */
export function undecided<F extends Family>(families: F[], chosen: Chosen): F[] {
  return families.filter((family) => placeOf(family, chosen) === null);
}

/** The families as they are written down. */
export function placed(families: Family[], chosen: Chosen): FamilyDraft[] {
  return families.map((family) => {
    const place = placeOf(family, chosen);
    return { residents: family.residents.map(({ id }) => id), organisation_id: place === NOWHERE ? null : place };
  });
}
