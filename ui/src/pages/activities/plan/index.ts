import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const planPage = definePage({ route: 'activities/plan', rail: 'activities', load: ({ year }: At) => ({ plan: query('activities.plan', { year }), status: query('office.status', {}) }), view });
