import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const townsPage = definePage({ route: 'enrolment/towns', rail: 'enrolment', load: ({ year }: At) => ({ map: query('enrolment.towns', { year }) }), view });
