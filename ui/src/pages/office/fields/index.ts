import { query } from '../../../backend/cache.svelte';
import { definePage } from '../../page';
import view from './Page.svelte';

export const fieldsPage = definePage({ route: 'settings/fields', rail: 'settings', load: () => ({ fields: query('roster.custom_fields', {}) }), view });
