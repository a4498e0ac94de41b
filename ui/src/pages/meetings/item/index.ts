import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const itemPage = definePage({
  route: 'meetings/:id/items/:item',
  rail: 'meetings',
  load: ({ params, year }: At) => ({
    meeting: query('meetings.meeting', { id: params.id ?? '', at: '' }),
    people: query('roster.list_people', { year }),
    bodies: query('roster.bodies', {}),
  }),
  view,
});
