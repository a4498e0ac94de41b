import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const advancesPage = definePage({ route: 'accounts/advances', rail: 'accounts', load: ({ year }: At) => ({ advances: query('accounts.list_advances', { year }) }), view });
