import { query } from '../../../../backend/cache.svelte';
import { definePage, type At } from '../../../page';
import view from './Page.svelte';

export const bankLinePage = definePage({
  route: 'accounts/bank/line',
  rail: 'accounts',
  load: ({ year, query: { id } }: At) => ({ shown: query('bank.line_draft', { id: id ?? '' }), choices: query('accounts.entry_choices', { year }) }),
  view,
});
