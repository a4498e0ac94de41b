import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const associationPage = definePage({
  route: 'enrolment/:id',
  rail: 'enrolment',
  load: ({ params, year }: At) => ({ record: query('enrolment.association', { id: params.id ?? '', year }), status: query('office.status', {}) }),
  view,
});
