import type { PersonRow } from '../../../generated/api';
import { roster as words } from '../../../strings/ja/roster';

/** Since when somebody is there, or why the year does not count them. */
export function status({ joined_label, left_label, left_reason, has_left }: PersonRow): string {
  if (left_label !== '') return words.gone(left_label, left_reason);
  return has_left ? words.later(joined_label) : words.here(joined_label);
}
