import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const changePage = definePage({
  route: 'roster/officers/change',
  rail: 'roster',
  load: ({ year, query: asked }: At) => ({ ending: query('roster.offices_ending', { from: asked.from ?? '' }), list: query('roster.list_people', { year }) }),
  view,
});
