// What of the 経過 of a record is told at once.

import type { RowChange } from '../../generated/api';
import { parts } from '../../strings/ja/parts';

/** So many acts stand there at first. */
export const LAST = 5;
/** And so many when somebody asks for earlier ones; the rest is in the history. */
export const MORE = 100;
/** So much of a long text tells what it was. */
const LONG = 60;

function cut(words: string): string {
  const letters = Array.from(words);
  return letters.length <= LONG ? words : parts.cut(letters.slice(0, LONG).join(''), letters.length.toLocaleString('ja'));
}

/** The fields of a record that was changed, each in a line. */
export const brief = ({ what, fields }: RowChange) => fields.map(({ field, before, after }) => ({ what, field, before: cut(before), after: cut(after) }));
