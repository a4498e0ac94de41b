import type { Holder, RollLine, Standing } from '../../../generated/api';

/** What is typed for some numbers at once. */
export interface Marking {
  numbers: string;
  standing: Standing;
  holder: Holder | null;
  holder_number: string;
  deputy: string;
  came: string;
  left: string;
  writes_over: boolean;
}

export const marking = (standing: Standing): Marking => ({ numbers: '', standing, holder: standing === 'proxy' ? 'chair' : null, holder_number: '', deputy: '', came: '', left: '', writes_over: false });

const plain = (words: string): string => words.normalize('NFKC').replaceAll(/\s/g, '');

/** The lines that a few letters or a number ask for; nothing typed asks for all. */
export function found(roll: RollLine[], typed: string): RollLine[] {
  const words = plain(typed);
  if (words === '') return roll;
  if (/^\d+$/.test(words)) return roll.filter(({ number }) => String(number).startsWith(words));
  return roll.filter(({ name, detail }) => plain(name).includes(words) || plain(detail).includes(words));
}
