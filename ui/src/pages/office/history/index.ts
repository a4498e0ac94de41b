import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import { STEP } from './asked';
import view from './Page.svelte';

export const historyPage = definePage({
  route: 'history',
  rail: 'settings',
  load: ({ query: asked }: At) => ({ history: query('office.history', { limit: Number(asked.limit ?? STEP) }) }),
  view,
});
