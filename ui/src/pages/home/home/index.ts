import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const homePage = definePage({
  route: 'home',
  rail: 'home',
  load: ({ year }: At) => ({ home: query('office.home', { year }), status: query('office.status', {}) }),
  view,
});
