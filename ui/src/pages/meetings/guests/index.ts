import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const guestsPage = definePage({
  route: 'meetings/:id/guests',
  rail: 'meetings',
  load: ({ params }: At) => ({ shown: query('meetings.guests', { id: params.id ?? '' }) }),
  view,
});
