// Which part of the history is shown.

import type { ActShown } from '../../../generated/api';

/** So many acts at once. */
export const STEP = 50;
/** Words are looked for among so many of the latest acts: some years of an office. */
export const SEARCHED = 5000;

const folded = (words: string) => words.normalize('NFKC').toLowerCase();

/** The acts that say all of these words, whatever spaces stand in a name. */
export function saying(acts: ActShown[], words: string): ActShown[] {
  const asked = folded(words).split(/\s+/);
  return acts.filter(({ at_label, sentence }) => {
    const said = folded(`${at_label} ${sentence}`).replace(/\s+/g, '');
    return asked.every((one) => said.includes(one));
  });
}
