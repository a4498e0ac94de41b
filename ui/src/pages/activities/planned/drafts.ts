import type { PlanDraft, PlannedRow } from '../../../generated/api';

export function blank(year: number): PlanDraft {
  return { id: null, version: 0, year, activity: '', committee: '', item_id: null, grant_id: null, schedule: '', aims: '', content: '', place: '', target: '', participants: '', notice: '' };
}

/** A line of the plan as it is typed. */
export function typed({ plan, activity, committee, item_id, grant_id }: PlannedRow): PlanDraft {
  const { id, version, fiscal_year, schedule, aims, content, place, target, participants, notice } = plan;
  return { id, version, year: fiscal_year, activity, committee, item_id, grant_id, schedule, aims, content, place, target, participants: participants === null ? '' : String(participants), notice };
}
