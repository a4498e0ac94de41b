import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const committeesPage = definePage({ route: 'accounts/committees', rail: 'accounts', load: ({ year }: At) => ({ all: query('accounts.list_committees', { year }) }), view });
