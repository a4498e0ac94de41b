import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const formsPage = definePage({ route: 'reports', rail: 'reports', load: ({ year }: At) => ({ list: query('reports.list_forms', { year }) }), view });
