import { attendance } from '../../../strings/ja/attendance';

/** The rows of the kana table, each with the characters that begin it. */
export const ROWS = attendance.kana;

export type KanaRow = keyof typeof ROWS;

/** Those whose reading begins in a row, in the order of the readings. */
export function inRow<P extends { kana: string }>(people: P[], row: KanaRow): P[] {
  const begins = ({ kana }: P) => {
    const first = kana.normalize('NFKC').trim().charAt(0).replace(/[\u30a1-\u30f6]/, (k) => String.fromCharCode(k.charCodeAt(0) - 0x60));
    return first !== '' && ROWS[row].includes(first);
  };
  return people.filter(begins).toSorted((one, other) => one.kana.localeCompare(other.kana, 'ja'));
}
