import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const pursesPage = definePage({
  route: 'accounts/purses',
  rail: 'accounts',
  load: ({ year }: At) => ({
    purses: query('accounts.list_purses', { year }),
    status: query('office.status', {}),
    choices: query('accounts.entry_choices', { year }),
    span: query('office.year_span', { year }),
    funds: query('accounts.list_funds', {}),
  }),
  view,
});
