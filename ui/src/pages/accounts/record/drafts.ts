import type { Choices, EntryDraft, EntryKind } from '../../../generated/api';

/** An empty slip; where there is only one choice it is already made. */
export function blank(kind: EntryKind, choices: Choices): EntryDraft {
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
    activity_id: null,
    eligibility: null,
    eligibility_reason: '',
    has_receipt: kind === 'expense',
    voucher_no: '',
    to_item_id: null,
    committee_id: null,
    heads: '',
    reimbursed_to: '',
    split_over_cap: false,
  };
}

/** The next slip after one was recorded: the day and the purse stay, as receipts come in heaps. */
export function next(done: EntryDraft, choices: Choices): EntryDraft {
  return { ...blank(done.kind, choices), on: done.on, purse_id: done.purse_id, to_purse_id: done.to_purse_id };
}
