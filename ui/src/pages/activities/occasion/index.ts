import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import newView from './NewPage.svelte';
import view from './Page.svelte';

const choices = ({ year }: At) => query('activities.list_occasions', { year });

export const newOccasionPage = definePage({ route: 'activities/new', rail: 'activities', load: (at: At) => ({ list: choices(at), bodies: query('roster.bodies', {}) }), view: newView });

export const occasionPage = definePage({
  route: 'activities/:id',
  rail: 'activities',
  load: (at: At) => ({ record: query('activities.occasion', { id: at.params.id ?? '' }), list: choices(at), bodies: query('roster.bodies', {}), people: query('roster.list_people', { year: at.year }), cost: query('activities.cost', { id: at.params.id ?? '' }) }),
  view,
});
