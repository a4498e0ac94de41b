import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const entriesPage = definePage({ route: 'accounts', rail: 'accounts', load: ({ year }: At) => ({ list: query('accounts.list_entries', { year }) }), view });
