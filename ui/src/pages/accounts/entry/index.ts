import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const entryPage = definePage({ route: 'accounts/:id', rail: 'accounts', load: ({ params, year }: At) => ({ record: query('accounts.entry', { id: params.id ?? '' }), findings: query('accounts.findings', { year, entry_id: params.id ?? '' }) }), view });
