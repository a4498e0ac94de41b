import type { ItemDraft, ItemShown, Method, SplitDraft, Split, Vote } from '../../../generated/api';

/** The item as it is typed. */
export function typed({ item, from_label, to_label, year, years }: ItemShown): ItemDraft {
  const subject_year = years.length > 0 ? year : null;
  const { id, version, meeting_id, kind, matter, title, explanation, discussion, revision_id, old_text, new_text } = item;
  return { id, version, meeting_id, kind, matter, title, explanation, discussion, subject_year, revision_id, old_text, new_text, from: from_label, to: to_label };
}

/** The item about another year: a title that is the usual one goes with it. */
export function aboutYear(draft: ItemDraft, years: ItemShown['years'], year: number | null): Pick<ItemDraft, 'subject_year' | 'title'> {
  const titleOf = (of: number | null) => years.find((one) => one.year === of)?.title;
  return { subject_year: year, title: draft.title === titleOf(draft.subject_year) ? (titleOf(year) ?? draft.title) : draft.title };
}

/** The result of an item as it is typed. */
export interface Counted {
  method: Method | null;
  isUnanimous: boolean;
  present: SplitDraft;
  proxies: SplitDraft;
  casting: Vote | null;
  voted: string;
}

const counts = (split: Split | null): SplitDraft => (split === null ? { yes: '', no: '', abstain: '' } : { yes: String(split.yes), no: String(split.no), abstain: String(split.abstain) });

export function counted({ ballot, voted_label }: ItemShown): Counted {
  const { method = null, present = null, proxies = null, casting = null } = ballot ?? {};
  return { method, isUnanimous: ballot === null || (present === null && proxies === null), present: counts(present), proxies: counts(proxies), casting, voted: voted_label };
}

/** What is asked of the core: those who all agreed are not counted. */
export function asked({ method, isUnanimous, present, proxies, casting, voted }: Counted, voters: { present: number; proxies: number }) {
  const of = (split: SplitDraft, voting: number) => (isUnanimous || voting === 0 ? null : split);
  return { method, present: of(present, voters.present), proxies: of(proxies, voters.proxies), casting, voted };
}

/** The offices whose typed name is nobody's of the roster. */
export const strays = (offices: readonly { key: string; title: string }[], typed: ReadonlyMap<string, string>): { title: string; typed: string }[] =>
  offices.flatMap(({ key, title }) => {
    const words = typed.get(key) ?? '';
    return words === '' ? [] : [{ title, typed: words }];
  });
