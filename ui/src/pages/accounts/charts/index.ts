import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const chartsPage = definePage({
  route: 'accounts/charts',
  rail: 'accounts',
  load: ({ year, query: asked }: At) => ({ status: query('accounts.budget_status', { year, fund_id: asked.fund ?? null }), months: query('accounts.month_sums', { year }) }),
  view,
});
