import { query } from '../../../../backend/cache.svelte';
import { definePage, type At } from '../../../page';
import view from './Page.svelte';

export const initialBudgetPage = definePage({
  route: 'accounts/budget/initial',
  rail: 'accounts',
  load: ({ year, query: asked }: At) => ({ status: query('accounts.budget_status', { year, fund_id: asked.fund ?? null }), funds: query('accounts.list_funds', {}), desk: query('office.status', {}) }),
  view,
});
