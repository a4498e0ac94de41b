import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const auditPage = definePage({ route: 'accounts/audit', rail: 'accounts', load: ({ year }: At) => ({ findings: query('accounts.findings', { year, entry_id: null }), list: query('accounts.list_audits', { year }) }), view });
