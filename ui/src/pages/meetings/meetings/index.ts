import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const meetingsPage = definePage({ route: 'meetings', rail: 'meetings', load: ({ year }: At) => ({ list: query('meetings.list_meetings', { year }) }), view });
