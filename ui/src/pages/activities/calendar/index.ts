import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const calendarPage = definePage({ route: 'activities/calendar', rail: 'activities', load: ({ year }: At) => ({ list: query('activities.list_occasions', { year }), status: query('office.status', {}), span: query('office.year_span', { year }), files: query('activities.files', {}) }), view });
