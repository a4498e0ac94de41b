import { query as ask } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const agesPage = definePage({ route: 'enrolment/ages', rail: 'enrolment', load: ({ year, query }: At) => ({ ages: ask('enrolment.ages', { year, bounds: query.bounds ?? '' }) }), view });
