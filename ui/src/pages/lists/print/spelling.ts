// What the old encoding cannot hold, asked once for each character. Pure.

import type { Substitute, UnheldCell } from '../../../generated/api';

export interface Asked {
  character: string;
  /** What is written in its place. */
  instead: string;
  /** The cells that it stands in, each once. */
  places: string[];
}

/** Every character once, in the order of the list; a 代替表記 of the roster leaves nothing to ask. */
export function askedOf(cells: UnheldCell[]): Asked[] {
  const asked = new Map<string, Asked>();
  for (const { characters, offers, written } of cells.filter(({ is_known }) => !is_known)) {
    characters.forEach((character, i) => {
      const one = asked.get(character) ?? { character, instead: offers[i] ?? '', places: [] };
      if (!one.places.includes(written)) one.places.push(written);
      asked.set(character, one);
    });
  }
  return [...asked.values()];
}

/** Each cell as it is written with what was answered; the longest characters first, so that a variant is no bare one. */
export function spelt(cells: UnheldCell[], asked: Asked[]): Substitute[] {
  const longest = asked.toSorted((a, b) => b.character.length - a.character.length);
  const respelt = (written: string) => longest.reduce((words, { character, instead }) => words.replaceAll(character, instead.trim()), written);
  return cells.map(({ written, instead, is_known }) => ({ written, instead: is_known ? instead : respelt(written) }));
}
