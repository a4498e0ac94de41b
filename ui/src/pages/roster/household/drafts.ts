import type { Commands, HouseholdRecord, PersonRow, ResidentDraft } from '../../../generated/api';

export type HouseholdDraft = Commands['roster.save_household']['args'];

export const NOBODY: ResidentDraft = { person_id: '', relation: '', from: '' };

/** A new household, begun with somebody of the roster where the reader came from one. */
export function begun(person: PersonRow | undefined): HouseholdDraft {
  const { postal = '', address = '', phone = '' } = person ?? {};
  return { id: null, version: 0, name: '', organisation_id: null, postal, address, phone, note: '', closed: '', head: null, residents: [{ ...NOBODY, person_id: person?.id ?? '' }] };
}

/** The record as it is typed. */
export function typed({ household, closed_label }: HouseholdRecord): HouseholdDraft {
  const { id, version, name, organisation_id, postal, address, phone, note, head_person_id } = household;
  return { id, version, name, organisation_id, postal, address, phone, note, closed: closed_label, head: head_person_id, residents: [] };
}
