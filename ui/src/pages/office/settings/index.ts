import { query } from '../../../backend/cache.svelte';
import { definePage } from '../../page';
import view from './Page.svelte';

export const settingsPage = definePage({ route: 'settings', rail: 'settings', load: () => ({ status: query('office.status', {}) }), view });
