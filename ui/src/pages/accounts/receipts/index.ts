import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const receiptsPage = definePage({ route: 'accounts/receipts', rail: 'accounts', load: ({ year }: At) => ({ list: query('accounts.list_receipts', { year }) }), view });
