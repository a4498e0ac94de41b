import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const refundPage = definePage({
  route: 'grants/refund/:id',
  rail: 'grants',
  load: ({ year, params }: At) => ({ there: query('grants.refund_entries', { id: params.id ?? '' }), list: query('grants.list', { year, until: '' }), choices: query('accounts.entry_choices', { year }) }),
  view,
});
