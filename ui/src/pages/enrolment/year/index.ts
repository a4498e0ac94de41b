import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const enrolmentYearPage = definePage({
  route: 'enrolment/year',
  rail: 'enrolment',
  load: ({ year }: At) => ({ list: query('enrolment.list_associations', { year }), status: query('office.status', {}) }),
  view,
});
