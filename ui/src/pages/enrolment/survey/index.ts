import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const surveyPage = definePage({ route: 'enrolment/survey', rail: 'enrolment', load: ({ year }: At) => ({ survey: query('enrolment.survey', { year }) }), view });
