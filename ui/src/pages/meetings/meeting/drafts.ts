import type { ItemDraft, ItemKind, Matter, MeetingDraft, MeetingRecord, Part } from '../../../generated/api';

export function blank(year: number): MeetingDraft {
  return { id: null, version: 0, year, kind: 'ordinary', organisation_id: null, number: '', held: '', begins: '', ends: '', place: '', notice: '', slips_due: '', is_written: false, agreed: '', chair: '', signers: '', note: '' };
}

/** The record as it is typed. */
export function typed({ record, held_label, notice_label, slips_due_label, agreed_label, begins, ends }: MeetingRecord): MeetingDraft {
  const { id, version, fiscal_year, kind, organisation_id, number, place, is_written, chair, signers, note } = record;
  return { id, version, year: fiscal_year, kind, organisation_id, number: number === null ? '' : String(number), held: held_label, begins, ends, place, notice: notice_label, slips_due: slips_due_label, is_written, agreed: agreed_label, chair, signers, note };
}

/** What a meeting that is held so has not, and what was typed for it: a save takes it away. */
export function cleared(draft: MeetingDraft, has: (part: Part) => boolean, labels: Record<'begins' | 'ends' | 'place' | 'chair' | 'agreed', string>): string[] {
  const parts = { begins: 'times', ends: 'times', place: 'place', chair: 'chair', agreed: 'agreement' } as const;
  const fields = Object.keys(parts) as (keyof typeof parts)[];
  return fields.filter((field) => draft[field].trim() !== '' && !has(parts[field])).map((field) => labels[field]);
}

/** A new item of which only its kind and matter are chosen. */
export function newItem(meeting_id: string, kind: ItemKind, matter: Matter, title: string): ItemDraft {
  return { id: null, version: 0, meeting_id, kind, matter, title, explanation: '', discussion: '', subject_year: null, revision_id: null, old_text: '', new_text: '', from: '', to: '' };
}
