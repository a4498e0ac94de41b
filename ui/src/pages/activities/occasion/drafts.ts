import type { AnnouncementDraft, OccasionDraft, OccasionRecord } from '../../../generated/api';

const UNSAID: AnnouncementDraft = { kana: '', day_note: '', fee: '', fee_note: '', capacity: '', apply_by: '', apply_by_at: '', apply_how: '', bring: '', address: '', access: '', parking: '', organiser: '', contact: '', contact_phone: '', url: '' };

export function blank(year: number): OccasionDraft {
  return { id: null, version: 0, year, activity: '', committee: '', title: '', from: '', to: '', begins: '', ends: '', state: null, cancel_reason: '', weather: '', incident: '', place: '', participants: '', helpers: '', target: '', notice: '', content: '', reflection: '', effect: '', author: '', announcement: { ...UNSAID }, days: [] };
}

/** The record as it is typed. */
export function typed({ row, record, from_label, to_label, begins, ends, announcement, days }: OccasionRecord): OccasionDraft {
  const { id, version, fiscal_year, title, state, cancel_reason, weather, incident, place, helpers, target, notice, content, reflection, effect, author } = record;
  const shown = { title, state, cancel_reason, begins, ends, weather, incident, place, target, notice, content, reflection, effect, author, announcement, days: days.others.map((day) => ({ ...day })) };
  return { id, version, year: fiscal_year, activity: row.activity, committee: row.committee, ...shown, from: from_label, to: to_label === from_label ? '' : to_label, participants: record.participants === null ? '' : row.participants_label, helpers: helpers === null ? '' : String(helpers) };
}
