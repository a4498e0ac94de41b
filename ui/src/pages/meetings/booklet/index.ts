import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const bookletPage = definePage({
  route: 'meetings/:id/booklet',
  rail: 'meetings',
  load: ({ params }: At) => ({ booklet: query('meetings.booklet', { id: params.id ?? '' }) }),
  view,
});
