import type { ItemTaken, PlanDraft, PlannedRow } from '../../../generated/api';

export function blank(year: number): PlanDraft {
  return { id: null, version: 0, year, activity: '', committee: '', item_id: null, grant_id: null, schedule: '', aims: '', content: '', place: '', target: '', participants: '', notice: '' };
}

/** A line of the plan as it is typed. */
export function typed({ plan, activity, committee, item_id, grant_id, participants }: PlannedRow): PlanDraft {
  const { id, version, fiscal_year, schedule, aims, content, place, target, notice } = plan;
  return { id, version, year: fiscal_year, activity, committee, item_id, grant_id, schedule, aims, content, place, target, participants, notice };
}

/** The other 事業 that have chosen the same 科目; none once its own part of that budget is said. */
export function sharing(taken: ItemTaken[], item: string | null, own: string[]): string[] {
  const of = taken.filter(({ item_id }) => item_id === item);
  if (of.some(({ activity, has_budget }) => own.includes(activity) && has_budget)) return [];
  return of.map(({ activity }) => activity).filter((name) => !own.includes(name));
}
