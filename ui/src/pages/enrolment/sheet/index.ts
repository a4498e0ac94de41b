import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const citySheetPage = definePage({ route: 'enrolment/sheet', rail: 'enrolment', load: ({ year }: At) => ({ sheet: query('enrolment.city_sheet', { year }) }), view });
