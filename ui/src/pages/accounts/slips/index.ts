import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const slipsPage = definePage({
  route: 'accounts/slips',
  rail: 'accounts',
  load: ({ year }: At) => ({ approvals: query('accounts.approvals', { year }), choices: query('accounts.entry_choices', { year }), kinds: query('accounts.slip_kinds', {}), status: query('office.status', {}) }),
  view,
});
