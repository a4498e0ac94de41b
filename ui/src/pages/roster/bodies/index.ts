import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const bodiesPage = definePage({ route: 'roster/bodies', rail: 'roster', load: ({ year }: At) => ({ tree: query('roster.body_tree', { year }) }), view });
