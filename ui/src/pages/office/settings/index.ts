import { query } from '../../../backend/cache.svelte';
import { definePage, type Page } from '../../page';
import view from './Page.svelte';

/** The settings, and the same page where the home page leads to the recovery key or to a look at everything. */
export const settingsPages: Page[] = ['settings', 'settings/recovery', 'settings/check'].map((route) => definePage({ route, rail: 'settings', load: () => ({ status: query('office.status', {}) }), view }));
