// The pages of the budget stay with the 会計 that was chosen.

import type { At } from '../../page';

export function budgetPlace(page: '' | 'initial' | 'revision' | 'move', at: Pick<At, 'query'>, more: Record<string, string> = {}): string {
  return ofFund(`accounts/budget${page === '' ? '' : `/${page}`}`, at, more);
}

/** An address with the 会計 that was chosen. */
export function ofFund(page: string, { query }: Pick<At, 'query'>, more: Record<string, string> = {}): string {
  const asked = new URLSearchParams({ ...(query.fund === undefined ? {} : { fund: query.fund }), ...more }).toString();
  return `${page}${asked === '' ? '' : `?${asked}`}`;
}
