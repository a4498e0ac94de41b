import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const movementsPage = definePage({
  route: 'roster/movements',
  rail: 'roster',
  load: ({ year }: At) => ({ table: query('roster.movements', { year }), status: query('office.status', {}) }),
  view,
});
