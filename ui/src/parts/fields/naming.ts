import { parts } from '../../strings/ja/parts';

/** Somebody who can be chosen. */
export interface Nameable {
  id: string;
  name: string;
  kana: string;
  address: string;
}

export interface Named {
  value: string;
  detail: string;
  keys: string;
  person: Nameable;
}

const plain = (words: string) => words.replace(/\s+/g, '');

/** People by a name that is theirs alone: namesakes with their address, and with a number where that is the same too. */
export function named(people: Nameable[]): Named[] {
  const count = new Map<string, number>();
  for (const { name } of people) count.set(plain(name), (count.get(plain(name)) ?? 0) + 1);
  const taken = new Map<string, number>();
  return people.map((person) => {
    const isAlone = count.get(plain(person.name)) === 1;
    const words = isAlone ? person.name : parts.namesake(person.name, person.address);
    const turn = (taken.get(words) ?? 0) + 1;
    taken.set(words, turn);
    return { value: turn === 1 ? words : `${words} ${turn}`, detail: isAlone ? person.address : '', keys: person.kana, person };
  });
}

/** Whom these words name, in whatever spacing. */
export function whoIs(choices: Named[], typed: string): Nameable | undefined {
  return choices.find(({ value }) => plain(value) === plain(typed))?.person;
}
