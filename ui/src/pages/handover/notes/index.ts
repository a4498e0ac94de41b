import { query } from '../../../backend/cache.svelte';
import { definePage } from '../../page';
import view from './Page.svelte';

export const notesPage = definePage({ route: 'handover/notes', rail: 'settings', load: () => ({ list: query('handover.items', {}) }), view });
