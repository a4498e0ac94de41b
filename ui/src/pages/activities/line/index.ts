import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const linePage = definePage({ route: 'activities/lines/:id', rail: 'activities', load: ({ year, params: { id = '' } }: At) => ({ record: query('activities.line', { id, year }) }), view });
