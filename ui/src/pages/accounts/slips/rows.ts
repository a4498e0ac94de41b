import type { Choices, EntryDraft, ItemChoice } from '../../../generated/api';
import { blank } from '../record/drafts';

/** One slip as it is typed in a row; the item stands as it was typed. */
export interface SlipRow {
  number: string;
  on: string;
  item: string;
  description: string;
  counterparty: string;
  amount: string;
  purse_id: string | null;
  grant_id: string | null;
}

export const emptyRow = (): SlipRow => ({ number: '', on: '', item: '', description: '', counterparty: '', amount: '', purse_id: null, grant_id: null });

/** The next slip of the heap: day, purse and grant stay. */
export const nextRow = ({ on, purse_id, grant_id }: SlipRow): SlipRow => ({ ...emptyRow(), on, purse_id, grant_id });

const folded = (words: string) => words.normalize('NFKC').replace(/\s+/g, '').replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

/** The item that is meant: by its number in the list, by its name, or by the beginning of name or kana where only one fits. */
export function itemOf(typed: string, items: ItemChoice[]): ItemChoice | undefined {
  const wanted = folded(typed);
  if (wanted === '') return undefined;
  if (/^\d+$/.test(wanted)) return items[Number(wanted) - 1];
  const named = items.find(({ name }) => folded(name) === wanted);
  const fitting = items.filter(({ name, kana }) => folded(name).startsWith(wanted) || folded(kana).startsWith(wanted));
  return named ?? (fitting.length === 1 ? fitting[0] : undefined);
}

/** The entry of a row: the side of its item says whether money came or went. */
export function entryOf(row: SlipRow, item: ItemChoice, choices: Choices): EntryDraft {
  const { number, on, description, counterparty, amount, purse_id, grant_id } = row;
  return { ...blank(item.side, choices), voucher_no: number, on, description, counterparty, amount, purse_id, grant_id, item_id: item.id };
}
