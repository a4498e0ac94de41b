import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

const load = ({ year }: At) => ({ all: query('accounts.list_recurring', { year }), choices: query('accounts.entry_choices', { year }) });

export const newRecurringPage = definePage({ route: 'accounts/recurring/new', rail: 'accounts', load, view });
export const oneRecurringPage = definePage({ route: 'accounts/recurring/:id', rail: 'accounts', load, view });
