import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const occasionsPage = definePage({ route: 'activities', rail: 'activities', load: ({ year }: At) => ({ list: query('activities.list_occasions', { year }) }), view });
