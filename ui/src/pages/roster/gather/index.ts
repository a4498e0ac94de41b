import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const gatherPage = definePage({ route: 'roster/households/gather', rail: 'roster', load: ({ year }: At) => ({ found: query('roster.suggest_households', { year }), bodies: query('roster.bodies', {}) }), view });
