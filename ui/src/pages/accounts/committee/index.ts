import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const committeePage = definePage({
  route: 'accounts/committees/:id',
  rail: 'accounts',
  load: ({ year, params }: At) => ({ book: query('accounts.committee', { year, id: params.id ?? '' }), choices: query('accounts.entry_choices', { year }) }),
  view,
});
