import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const handoverPage = definePage({ route: 'handover', rail: 'settings', load: ({ year }: At) => ({ state: query('handover.overview', { year }) }), view });
