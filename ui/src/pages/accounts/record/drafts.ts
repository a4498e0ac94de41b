import type { Args } from '../../../backend';
import type { Choices, Effect, EntryDraft, EntryKind, ReceiptKind, Token } from '../../../generated/api';

/** The receipt that is put away with an expense, while both are typed. */
export interface PaperDraft {
  isKept: boolean;
  kind: ReceiptKind;
  addressee: string;
  purpose: string;
}

export const noPaper = (): PaperDraft => ({ isKept: false, kind: 'receipt', addressee: '', purpose: '' });

/** The receipt as it is put away with its entry; none where only the paper is at hand. */
export function receiptOf(entry: EntryDraft, { isKept, ...written }: PaperDraft, picture: Token | null): Args<'accounts.record_entry'>['receipt'] {
  return isKept && entry.kind === 'expense' && entry.has_receipt ? { ...written, token: picture?.token ?? null } : null;
}

/** The next paper of a heap is of the same kind and made out to the same name. */
export const nextPaper = (done: PaperDraft): PaperDraft => ({ ...done, purpose: '' });

/** An empty slip; where there is only one choice it is already made. */
export function blank(kind: EntryKind, choices: Choices, occasion?: string): EntryDraft {
  const known = choices.occasions.find(({ id }) => id === occasion);
  const onlyOne = choices.purses.length === 1 ? (choices.purses[0]?.id ?? null) : null;
  return {
    kind,
    on: '',
    counterparty: '',
    description: '',
    item_id: null,
    amount: '',
    purse_id: onlyOne,
    to_purse_id: null,
    grant_id: null,
    activity_id: known?.activity_id ?? null,
    occasion_id: known?.id ?? null,
    eligibility: null,
    eligibility_reason: '',
    has_receipt: kind === 'expense',
    voucher_no: '',
    to_item_id: null,
    committee_id: null,
    heads: '',
    reimbursed_to: '',
    split_over_cap: false,
    is_out_of_year: false,
  };
}

/** The next slip after one was recorded: the day, the purse and the occasion that is written up stay, as receipts come in
 * heaps, and of an expense the money that pays it. A verdict stays only where it needs no reason of its own. */
export function next(done: EntryDraft, choices: Choices, occasion?: string): EntryDraft {
  const { kind, on, is_out_of_year, purse_id, to_purse_id } = done;
  const fresh = { ...blank(kind, choices, occasion), on, is_out_of_year, purse_id, to_purse_id };
  if (kind !== 'expense') return fresh;
  return { ...fresh, grant_id: done.grant_id, eligibility: done.eligibility === 'eligible' ? done.eligibility : null };
}

/** What is to be thought of at one field. */
export function warned(effect: Effect | null, field: string): string {
  const of = (effect?.warnings ?? []).find((one) => one.params.field === field);
  return of === undefined ? '' : `${of.message} ${of.hint}`;
}

/** What is to be thought of at no field of its own. */
export const remarks = (effect: Effect | null) => (effect?.warnings ?? []).filter((one) => one.params.field === undefined);
