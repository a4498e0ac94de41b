import { query } from '../../../backend/cache.svelte';
import { definePage } from '../../page';
import view from './Page.svelte';

export const keysPage = definePage({ route: 'handover/keys', rail: 'settings', load: () => ({ keys: query('office.keys', {}) }), view });
