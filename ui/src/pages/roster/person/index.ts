import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import newView from './NewPage.svelte';
import view from './Page.svelte';

export const newPersonPage = definePage({ route: 'roster/new', rail: 'roster', load: () => ({ fields: query('roster.custom_fields', {}) }), view: newView });

export const personPage = definePage({
  route: 'roster/:id',
  rail: 'roster',
  load: ({ params, year }: At) => ({ record: query('roster.person', { id: params.id ?? '', year }), bodies: query('roster.bodies', {}) }),
  view,
});
