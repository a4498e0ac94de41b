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

/** What a 事業 proposes for a slip. */
export type Proposal = Pick<EntryDraft, 'item_id' | 'committee_id' | 'grant_id'>;

export const nothing: Proposal = { item_id: null, committee_id: null, grant_id: null };

/** What the plan of the year says of a 事業, as far as the slip can take it: an income has neither its 科目 nor its 財源. */
export function proposedBy(id: string | null, slip: EntryDraft, choices: Choices): Proposal {
  const activity = choices.activities.find((one) => one.id === id);
  const committee_id = choices.committees.find((one) => one.id === activity?.committee_id)?.id ?? null;
  if (slip.kind !== 'expense') return { ...nothing, committee_id };
  const from = choices.purses.find((one) => one.id === slip.purse_id);
  const item = choices.items.find((one) => one.id === activity?.item_id && (from === undefined || one.fund_id === from.fund_id));
  return { committee_id, item_id: item?.id ?? null, grant_id: activity?.grant_id ?? null };
}

/** What a slip remembers while it is typed: what its 事業 has filled in, and whether somebody has said which money pays. */
export interface Memory {
  filled: Proposal;
  isPaid: boolean;
}

export const unfilled: Memory = { filled: nothing, isPaid: false };

/** A slip and what it remembers. */
export interface Remembering {
  slip: EntryDraft;
  memory: Memory;
}

/** A slip for another 事業: what it proposes stands where nothing was chosen, or only what the 事業 before had filled in. */
export function forActivity(slip: EntryDraft, id: string | null, choices: Choices, memory: Memory = unfilled): Remembering {
  const now = proposedBy(id, slip, choices);
  const isFree = (field: keyof Proposal) => (slip[field] === null || slip[field] === memory.filled[field]) && !(field === 'grant_id' && memory.isPaid);
  const of = (all: Proposal, otherwise: Proposal): Proposal => {
    const one = (field: keyof Proposal) => (isFree(field) ? all[field] : otherwise[field]);
    return { item_id: one('item_id'), committee_id: one('committee_id'), grant_id: one('grant_id') };
  };
  const taken = { ...slip, activity_id: id, ...of(now, slip) };
  const judged = taken.grant_id === slip.grant_id ? taken : { ...taken, eligibility: null, eligibility_reason: '' };
  return { slip: judged, memory: { ...memory, filled: of(now, nothing) } };
}

/** A slip for another 行事, which belongs to a 事業. */
export function forOccasion(slip: EntryDraft, id: string | null, choices: Choices, memory: Memory = unfilled): Remembering {
  const known = choices.occasions.find((one) => one.id === id)?.activity_id ?? null;
  const taken = { ...slip, occasion_id: id };
  return known === null ? { slip: taken, memory } : forActivity(taken, known, choices, memory);
}

/** What is to be thought of at one field. */
export function warned(effect: Effect | null, field: string): string {
  const of = (effect?.warnings ?? []).find((one) => one.params.field === field);
  return of === undefined ? '' : `${of.message} ${of.hint}`;
}

/** What is to be thought of at no field of its own. */
export const remarks = (effect: Effect | null) => (effect?.warnings ?? []).filter((one) => one.params.field === undefined);
