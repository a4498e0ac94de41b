import { query } from '../../../../backend/cache.svelte';
import { definePage, type At } from '../../../page';
import view from './Page.svelte';

export const communityPlanPage = definePage({ route: 'plan', rail: 'activities', load: ({ year }: At) => ({ plan: query('plan.overview', { year }) }), view });
