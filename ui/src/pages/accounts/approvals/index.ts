import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const approvalsPage = definePage({ route: 'accounts/approvals', rail: 'accounts', load: ({ year }: At) => ({ list: query('accounts.approvals', { year }) }), view });
