import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const paperPage = definePage({
  route: 'reports/:form',
  rail: 'reports',
  load: ({ params, year, query: asked }: At) => ({ paper: query('reports.prepare', { form: params.form ?? '', year, grant: asked.grant ?? null }) }),
  view,
});
