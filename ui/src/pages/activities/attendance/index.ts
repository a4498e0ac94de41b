import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const attendancePage = definePage({
  route: 'activities/:id/attendance',
  rail: 'activities',
  load: ({ params, year }: At) => ({ sheet: query('activities.attendance', { id: params.id ?? '' }), people: query('roster.list_people', { year }) }),
  view,
});
