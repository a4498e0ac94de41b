import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const entryPage = definePage({ route: 'accounts/:id', rail: 'accounts', load: ({ params }: At) => ({ record: query('accounts.entry', { id: params.id ?? '' }) }), view });
