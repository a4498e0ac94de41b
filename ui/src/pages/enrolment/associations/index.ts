import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const associationsPage = definePage({ route: 'enrolment', rail: 'enrolment', load: ({ year }: At) => ({ list: query('enrolment.list_associations', { year }), sheet: query('enrolment.city_sheet', { year }) }), view });
