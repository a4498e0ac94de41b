import type { BodyRecord, Commands } from '../../../generated/api';

export type BodyDraft = Commands['roster.save_body']['args'];

export const NEW: BodyDraft = { id: null, version: 0, kind: 'association', name: '', kana: '', parent_id: null, moved: '', founded: '', dissolved: '', note: '' };

/** The record as it is typed. */
export function typed({ body, founded_label, dissolved_label }: BodyRecord): BodyDraft {
  const { id, version, kind, name, kana, parent_id, note } = body;
  return { id, version, kind, name, kana, parent_id, note, moved: '', founded: founded_label, dissolved: dissolved_label };
}
