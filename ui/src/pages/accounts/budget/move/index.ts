import { query } from '../../../../backend/cache.svelte';
import { definePage, type At } from '../../../page';
import view from './Page.svelte';

export const reallocationPage = definePage({
  route: 'accounts/budget/move',
  rail: 'accounts',
  load: ({ year, query: asked }: At) => ({ status: query('accounts.budget_status', { year, fund_id: asked.fund ?? null }), funds: query('accounts.list_funds', {}) }),
  view,
});
