import { query } from '../../../../backend/cache.svelte';
import { definePage, type At } from '../../../page';
import view from './Page.svelte';

export const planYearPage = definePage({ route: 'plan/year', rail: 'activities', load: ({ year }: At) => ({ now: query('plan.year', { year }), status: query('office.status', {}) }), view });
