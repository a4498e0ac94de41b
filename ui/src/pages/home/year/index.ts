import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const yearWorkPage = definePage({ route: 'home/year', rail: 'home', load: ({ year }: At) => ({ work: query('home.year_work', { year }) }), view });
