import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const householdsPage = definePage({ route: 'roster/households', rail: 'roster', load: ({ year }: At) => ({ list: query('roster.list_households', { year }) }), view });
