import type { PersonDraft, PersonRecord } from '../../../generated/api';

export const NEW: PersonDraft = { id: null, version: 0, family: '', given: '', family_kana: '', given_kana: '', postal: '', address: '', phone: '', mobile: '', birth: '', left: '', note: '' };

/** The record as it is typed. */
export function typed({ person, birth_label, left_label }: PersonRecord): PersonDraft {
  const { id, version, family, given, family_kana, given_kana, postal, address, phone, mobile, note } = person;
  return { id, version, family, given, family_kana, given_kana, postal, address, phone, mobile, note, birth: birth_label, left: left_label };
}
