import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const settlePage = definePage({
  route: 'accounts/advances/:id',
  rail: 'accounts',
  load: ({ year }: At) => ({ advances: query('accounts.list_advances', { year }), choices: query('accounts.entry_choices', { year }) }),
  view,
});
