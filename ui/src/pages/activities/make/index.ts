import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const makeOccasionsPage = definePage({ route: 'activities/make', rail: 'activities', load: ({ year }: At) => ({ proposals: query('activities.proposals', { year }), dayless: query('activities.without_days', { year }), status: query('office.status', {}) }), view });
