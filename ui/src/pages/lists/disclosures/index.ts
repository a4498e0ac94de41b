import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const disclosuresPage = definePage({ route: 'roster/disclosures', rail: 'roster', load: ({ year }: At) => ({ copies: query('lists.disclosures', { year }) }), view });
