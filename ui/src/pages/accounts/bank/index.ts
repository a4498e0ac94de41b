import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const bankPage = definePage({ route: 'accounts/bank', rail: 'accounts', load: ({ year, query: { purse } }: At) => ({ shown: query('bank.book', { year, purse_id: purse ?? null }) }), view });
