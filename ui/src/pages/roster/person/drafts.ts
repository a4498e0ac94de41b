import type { PersonDraft, PersonRecord } from '../../../generated/api';

export const NEW: PersonDraft = { id: null, version: 0, family: '', given: '', family_kana: '', given_kana: '', postal: '', address: '', phone: '', mobile: '', birth: '', joined: '', joined_reason: '', left: '', left_reason: '', alternate_name: '', note: '', moved: '', own: [] };

/** The record as it is typed. */
export function typed({ person, birth_label, joined_label, left_label, own }: PersonRecord): PersonDraft {
  const { id, version, family, given, family_kana, given_kana, postal, address, phone, mobile, joined_reason, left_reason, alternate_name, note } = person;
  return { id, version, family, given, family_kana, given_kana, postal, address, phone, mobile, joined_reason, left_reason, alternate_name, note, birth: birth_label, joined: joined_label, left: left_label, moved: '', own: own.map(({ field, value }) => ({ field_id: field.id, value })) };
}
