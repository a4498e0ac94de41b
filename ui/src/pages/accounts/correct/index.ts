import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const correctPage = definePage({
  route: 'accounts/:id/correct',
  rail: 'accounts',
  load: ({ params, year }: At) => ({ record: query('accounts.entry', { id: params.id ?? '' }), choices: query('accounts.entry_choices', { year }) }),
  view,
});
