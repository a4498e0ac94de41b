import { query } from '../../../backend/cache.svelte';
import { definePage } from '../../page';
import view from './Page.svelte';

export const bylawsPage = definePage({ route: 'meetings/bylaws', rail: 'meetings', load: () => ({ shown: query('meetings.bylaws', { on: '' }) }), view });
