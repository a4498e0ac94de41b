import type { Kind } from '../../generated/api';
import type { Rail } from '../page';

export const KINDS: Kind[] = ['roster', 'associations', 'budget', 'cash-book', 'activities', 'households'];

/** The place in the rail that each kind of file belongs to. */
export const railOf = { roster: 'roster', associations: 'enrolment', budget: 'accounts', 'cash-book': 'accounts', activities: 'activities', households: 'enrolment' } as const satisfies Record<Kind, Rail>;

/** Where the records are found afterwards. */
export const listOf: Record<Kind, string> = { roster: 'roster', associations: 'enrolment', budget: 'accounts/budget', 'cash-book': 'accounts', activities: 'activities', households: 'enrolment/towns' };
