import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const recordPage = definePage({
  route: 'accounts/new',
  rail: 'accounts',
  load: ({ year }: At) => ({ choices: query('accounts.entry_choices', { year }), status: query('office.status', {}) }),
  view,
});
