import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const fundsPage = definePage({ route: 'accounts/funds', rail: 'accounts', load: ({ year }: At) => ({ all: query('accounts.fund_status', { year }) }), view });
