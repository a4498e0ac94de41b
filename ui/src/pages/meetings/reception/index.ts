import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const receptionPage = definePage({
  route: 'meetings/:id/reception',
  rail: 'meetings',
  load: ({ params, year }: At) => ({
    meeting: query('meetings.meeting', { id: params.id ?? '', at: '' }),
    roll: query('meetings.roll', { id: params.id ?? '' }),
    people: query('roster.list_people', { year }),
    bodies: query('roster.bodies', {}),
  }),
  view,
});
