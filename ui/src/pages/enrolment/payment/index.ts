import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const paymentPage = definePage({ route: 'enrolment/payment', rail: 'enrolment', load: ({ year }: At) => ({ payment: query('enrolment.payment', { year }) }), view });
