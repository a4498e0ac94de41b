import { query } from '../../../../backend/cache.svelte';
import { definePage, type At } from '../../../page';
import view from './Page.svelte';

export const bankRulesPage = definePage({ route: 'accounts/bank/rules', rail: 'accounts', load: ({ year }: At) => ({ shown: query('bank.rules', { year }) }), view });
