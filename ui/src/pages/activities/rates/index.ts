import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const volunteerRatesPage = definePage({ route: 'activities/rates', rail: 'activities', load: ({ year }: At) => ({ rates: query('activities.volunteer_rates', { year }) }), view });
