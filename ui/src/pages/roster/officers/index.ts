import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const officersPage = definePage({ route: 'roster/officers', rail: 'roster', load: ({ query: asked }: At) => ({ found: query('roster.officers_on', { on: asked.on ?? '' }) }), view });
