import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const closingPage = definePage({
  route: 'accounts/closing',
  rail: 'accounts',
  load: ({ year }: At) => ({ state: query('accounts.year_state', { year }), status: query('office.status', {}) }),
  view,
});
