import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const peoplePage = definePage({ route: 'roster', rail: 'roster', load: ({ year }: At) => ({ list: query('roster.list_people', { year }) }), view });
