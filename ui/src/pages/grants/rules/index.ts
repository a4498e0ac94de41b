import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const grantRulesPage = definePage({
  route: 'grants/rules/:id',
  rail: 'grants',
  load: ({ params }: At) => ({ shown: query('grants.rules', { id: params.id ?? '' }) }),
  view,
});
