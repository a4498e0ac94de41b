// 補正額 as typed, by item. What the draft changes in other 会計 is kept as it stands.

import type { ChangeDraft, RevisionRow } from '../../../../generated/api';
import { yen } from '../../../../lib/yen';

export interface Drafted {
  reason: string;
  amounts: Record<string, string>;
}

export function drafted(found: RevisionRow | undefined): Drafted {
  const amounts = (found?.changes ?? []).map(({ item_id, amount_yen }) => [item_id, yen(amount_yen)] as const);
  return { reason: found?.reason ?? '', amounts: Object.fromEntries(amounts) };
}

export function typedChanges(amounts: Record<string, string>, found: RevisionRow | undefined): ChangeDraft[] {
  const notes = new Map((found?.changes ?? []).map(({ item_id, note }) => [item_id, note]));
  return Object.entries(amounts)
    .filter(([, amount]) => amount.trim() !== '')
    .map(([item_id, amount]) => ({ item_id, amount, note: notes.get(item_id) ?? '' }));
}
