import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import newView from './NewPage.svelte';
import view from './Page.svelte';

export const newBodyPage = definePage({ route: 'roster/bodies/new', rail: 'roster', load: () => ({ bodies: query('roster.bodies', {}) }), view: newView });

export const bodyPage = definePage({
  route: 'roster/bodies/:id',
  rail: 'roster',
  load: ({ params, year }: At) => ({ record: query('roster.body', { id: params.id ?? '', year }), tree: query('roster.body_tree', { year }), bodies: query('roster.bodies', {}), status: query('office.status', {}) }),
  view,
});
