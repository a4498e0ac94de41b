import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import newView from './NewPage.svelte';
import view from './Page.svelte';

export const newNotePage = definePage({ route: 'handover/notes/new', rail: 'settings', load: () => ({}), view: newView });
export const notePage = definePage({ route: 'handover/notes/:id', rail: 'settings', load: ({ params }: At) => ({ item: query('handover.item', { id: params.id ?? '' }) }), view });
