// The pages of the budget stay with the 会計 that was chosen.

import type { At } from '../../page';

export function budgetPlace(page: '' | 'initial' | 'revision' | 'move', { query }: Pick<At, 'query'>, more: Record<string, string> = {}): string {
  const asked = new URLSearchParams({ ...(query.fund === undefined ? {} : { fund: query.fund }), ...more }).toString();
  return `accounts/budget${page === '' ? '' : `/${page}`}${asked === '' ? '' : `?${asked}`}`;
}
