import type { Kind } from '../../generated/api';
import type { Rail } from '../page';

/** A bank statement is read beside its passbook, not here. */
export type Imported = Exclude<Kind, 'bank-statement'>;

export const KINDS: Imported[] = ['roster', 'associations', 'budget', 'cash-book', 'activities', 'equipment', 'households'];

/** The place in the rail that each kind of file belongs to. */
export const railOf = { roster: 'roster', associations: 'enrolment', budget: 'accounts', 'cash-book': 'accounts', activities: 'activities', equipment: 'accounts', households: 'enrolment' } as const satisfies Record<Imported, Rail>;

/** Where the records are found afterwards. */
export const listOf: Record<Imported, string> = { roster: 'roster', associations: 'enrolment', budget: 'accounts/budget', 'cash-book': 'accounts', activities: 'activities', equipment: 'accounts/equipment', households: 'enrolment/towns' };
