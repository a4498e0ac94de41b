import { query } from '../../../backend/cache.svelte';
import type { MeetingKind } from '../../../generated/api';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

const KINDS: MeetingKind[] = ['ordinary', 'board', 'committee'];

export const rulesPage = definePage({
  route: 'meetings/rules/:kind',
  rail: 'meetings',
  load: ({ year, params }: At) => ({ shown: query('meetings.rules', { kind: KINDS.find((kind) => kind === params.kind) ?? 'ordinary', year }) }),
  view,
});
