import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const grantsPage = definePage({
  route: 'grants',
  rail: 'grants',
  load: ({ year, query: asked }: At) => ({ list: query('grants.list', { year, until: asked.until ?? '' }), span: query('office.year_span', { year }), formulas: query('grants.formulas', { year }) }),
  view,
});
