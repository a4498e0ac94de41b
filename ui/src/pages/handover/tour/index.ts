import { query } from '../../../backend/cache.svelte';
import { definePage } from '../../page';
import view from './Page.svelte';

export const tourPage = definePage({ route: 'handover/tour', rail: 'settings', load: () => ({ help: query('help.pages', {}) }), view });
