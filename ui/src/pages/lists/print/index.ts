import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const printPage = definePage({ route: 'roster/print', rail: 'roster', load: ({ year }: At) => ({ choices: query('lists.choices', { year }) }), view });
