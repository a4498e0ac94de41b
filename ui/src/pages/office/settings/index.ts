import { query } from '../../../backend/cache.svelte';
import { definePage, type Page } from '../../page';
import view from './Page.svelte';

/** The settings, and the same page where a first step leads to the recovery key. */
export const settingsPages: Page[] = ['settings', 'settings/recovery'].map((route) => definePage({ route, rail: 'settings', load: () => ({ status: query('office.status', {}) }), view }));
