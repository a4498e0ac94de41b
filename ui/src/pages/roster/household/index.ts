import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import newView from './NewPage.svelte';
import view from './Page.svelte';

export const newHouseholdPage = definePage({
  route: 'roster/households/new',
  rail: 'roster',
  load: ({ year }: At) => ({ list: query('roster.list_people', { year }), bodies: query('roster.bodies', {}) }),
  view: newView,
});

export const householdPage = definePage({
  route: 'roster/households/:id',
  rail: 'roster',
  load: ({ params, year }: At) => ({ record: query('roster.household', { id: params.id ?? '', year }), list: query('roster.list_people', { year }), bodies: query('roster.bodies', {}) }),
  view,
});
