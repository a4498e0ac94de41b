import { query } from '../../../backend/cache.svelte';
import { definePage } from '../../page';
import view from './Page.svelte';

export const samePage = definePage({ route: 'roster/same', rail: 'roster', load: () => ({ pairs: query('roster.duplicates', {}) }), view });
