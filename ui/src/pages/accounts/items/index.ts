import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const itemsPage = definePage({
  route: 'accounts/items',
  rail: 'accounts',
  load: ({ year, query: asked }: At) => ({ tree: query('accounts.list_items', { year, fund_id: asked.fund ?? null }), funds: query('accounts.list_funds', {}), desk: query('office.status', {}) }),
  view,
});
