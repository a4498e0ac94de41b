import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const recurringPage = definePage({ route: 'accounts/recurring', rail: 'accounts', load: ({ year }: At) => ({ all: query('accounts.list_recurring', { year }) }), view });
