import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

const form = (id: string | null, { year, query: asked }: At) => ({ shown: query('accounts.receipt_form', { year, id, entry_id: asked.entry ?? null }) });

export const newReceiptPage = definePage({ route: 'accounts/receipts/new', rail: 'accounts', load: (at: At) => form(null, at), view });
export const receiptPage = definePage({ route: 'accounts/receipts/:id', rail: 'accounts', load: (at: At) => form(at.params.id ?? '', at), view });
