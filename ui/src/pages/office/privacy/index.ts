import { query } from '../../../backend/cache.svelte';
import { definePage } from '../../page';
import view from './Page.svelte';

export const privacyPage = definePage({ route: 'settings/privacy', rail: 'settings', load: () => ({ privacy: query('privacy.overview', {}) }), view });
