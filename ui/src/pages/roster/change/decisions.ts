import type { EndingOffice, SuccessionDraft } from '../../../generated/api';

/** What becomes of an office: its holder goes on, somebody else comes, or it stays open. */
export type Way = 'again' | 'other' | 'vacant';

export interface Decision {
  way: Way | null;
  /** Who comes, where it is somebody else. */
  person: string | null;
}

export type Decisions = Record<string, Decision>;

export const decisionOn = (decisions: Decisions, { office }: EndingOffice): Decision => decisions[office.role_id] ?? { way: null, person: null };

/** The offices that something was decided on; those without a decision are left as they are. */
export function successions(offices: EndingOffice[], decisions: Decisions): SuccessionDraft[] {
  const decided = offices.map((one) => ({ office: one.office, ...decisionOn(decisions, one) })).filter(({ way }) => way !== null);
  return decided.map(({ office, way, person }) => ({ role_id: office.role_id, successor: way === 'again' ? office.person_id : way === 'other' ? person : null }));
}

/** Offices that somebody else is to hold, nobody said who. */
export const unnamed = (offices: EndingOffice[], decisions: Decisions): EndingOffice[] =>
  offices.filter((one) => {
    const { way, person } = decisionOn(decisions, one);
    return way === 'other' && person === null;
  });
