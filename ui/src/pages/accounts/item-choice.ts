// 科目 as they are typed: by the number in the list, by name, or by the beginning of name or kana.

import type { ItemChoice } from '../../generated/api';
import { parts } from '../../strings/ja/parts';

const folded = (words: string) => words.normalize('NFKC').replace(/\s+/g, '').replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

/** A 科目 that may be chosen here. */
export interface Numbered {
  item: ItemChoice;
  /** Its number in the list of all. */
  number: number;
  /** Its name, with what it stands under where several bear one name. */
  name: string;
}

/** Those of all 科目 that fit, with the numbers and names that they have everywhere. */
export function numbered(all: ItemChoice[], fits: (item: ItemChoice) => boolean): Numbered[] {
  const isAlone = (item: ItemChoice) => all.filter(({ name, side }) => name === item.name && side === item.side).length === 1;
  return all.map((item, i) => ({ item, number: i + 1, name: isAlone(item) ? item.name : parts.namesake(item.name, item.group) })).filter(({ item }) => fits(item));
}

/** The item that is meant: by its number, by its name, or by the beginning of name or kana where only one fits. */
export function itemOf(typed: string, items: Numbered[]): Numbered | undefined {
  const wanted = folded(typed);
  if (wanted === '') return undefined;
  if (/^\d+$/.test(wanted)) return items.find(({ number }) => number === Number(wanted));
  const named = items.find(({ name }) => folded(name) === wanted);
  const fitting = items.filter(({ name, item }) => folded(name).startsWith(wanted) || folded(item.kana).startsWith(wanted));
  return named ?? (fitting.length === 1 ? fitting[0] : undefined);
}
