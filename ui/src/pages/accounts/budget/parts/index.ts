import { query } from '../../../../backend/cache.svelte';
import { definePage, type At } from '../../../page';
import view from './Page.svelte';

export const partsPage = definePage({
  route: 'accounts/budget/parts/:id',
  rail: 'accounts',
  load: ({ year, params: { id = '' } }: At) => ({ line: query('accounts.budget_parts', { year, item_id: id }) }),
  view,
});
