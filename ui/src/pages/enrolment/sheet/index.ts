import { query } from '../../../backend/cache.svelte';
import { definePage } from '../../page';
import view from './Page.svelte';

export const citySheetPage = definePage({ route: 'enrolment/sheet', rail: 'enrolment', load: () => ({ sheet: query('enrolment.city_sheet', {}) }), view });
