import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import newView from './NewPage.svelte';
import view from './Page.svelte';

const list = ({ year }: At) => query('meetings.list_meetings', { year });

export const newMeetingPage = definePage({ route: 'meetings/new', rail: 'meetings', load: (at: At) => ({ list: list(at) }), view: newView });

export const meetingPage = definePage({
  route: 'meetings/:id',
  rail: 'meetings',
  load: (at: At) => ({ meeting: query('meetings.meeting', { id: at.params.id ?? '', at: '' }), list: list(at) }),
  view,
});
