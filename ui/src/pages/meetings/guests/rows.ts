import type { GuestDraft } from '../../../generated/api';

export function blank(): GuestDraft {
  return { id: null, body: '', office: '', name: '', greets: false };
}

/** The list with one of it at another place, from 0. */
export function movedTo<T>(all: T[], from: number, to: number): T[] {
  const rest = all.filter((_, at) => at !== from);
  return [...rest.slice(0, to), all[from]!, ...rest.slice(to)];
}
