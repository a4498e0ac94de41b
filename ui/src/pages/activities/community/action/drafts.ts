import type { PlanActionOne } from '../../../../generated/api';

/** A 取組 as it is typed. */
export interface ActionDraft {
  id: string | null;
  version: number;
  heading_id: string;
  name: string;
  activity: string;
  organisation: string;
  planning: string;
  doing: string;
  reviewing: string;
  from_year: string;
  until_year: string;
}

export function blank(headingId: string, year: string): ActionDraft {
  return { id: null, version: 0, heading_id: headingId, name: '', activity: '', organisation: '', planning: '', doing: '', reviewing: '', from_year: year, until_year: '' };
}

export function typed({ action, activity, from_year, until_year }: PlanActionOne): ActionDraft {
  const { id, version, heading_id, name, organisation, planning, doing, reviewing } = action;
  return { id, version, heading_id, name, activity, organisation, planning, doing, reviewing, from_year, until_year };
}
