import type { BodyChoice, Ending, Nomination } from '../../../generated/api';

/** One office for which somebody is chosen. */
export interface Office {
  /** The role that ends; of an office that nobody holds its body and name, with the seats of one name apart. */
  key: string;
  role_id: string | null;
  organisation_id: string;
  title: string;
  /** Who holds it now; none where nobody does. */
  holder: string | null;
  /** Whether it is new: no office of the roster, only of this item. */
  isAdded: boolean;
}

/** An office that the user adds: one that nobody ever held, or one more seat. */
export interface Added {
  organisation_id: string;
  title: string;
}

type Open = Added & { holder: null; isAdded: boolean };

/** Seats of one name in one body get keys of their own, in their order. */
function keyed(open: Open[]): Office[] {
  const seats = new Map<string, number>();
  return open.map((office) => {
    const name = `${office.organisation_id} ${office.title}`;
    const seat = (seats.get(name) ?? 0) + 1;
    seats.set(name, seat);
    return { ...office, key: seat === 1 ? name : `${name} ${seat}`, role_id: null };
  });
}

/** The offices whose terms end, those that nobody holds, and those that were added, saved ones first. */
export function officesOf(ending: Ending | undefined, nominations: Nomination[], added: Added[], isMidTerm: boolean, bodies: BodyChoice[]): Office[] {
  const council = (name: string) => bodies.find((body) => body.name === name)?.id ?? '';
  const known = new Set(nominations.map(({ role_id }) => role_id));
  const held = (ending?.offices ?? []).filter(({ office, ends }) => (ends || isMidTerm || known.has(office.role_id)) && office.kind === 'council');
  const ends = held.map(({ office }) => ({ key: office.role_id, role_id: office.role_id, organisation_id: council(office.body), title: office.title, holder: office.name, isAdded: false }));
  const vacant = ending?.vacant ?? [];
  const left = vacant.map(({ organisation_id, title }) => ({ organisation_id, title, holder: null, isAdded: false }));
  // What was saved fills the vacant ones first.
  const saved = nominations.filter(({ role_id }) => role_id === null);
  const unfilled = [...vacant];
  const further = saved.filter(({ organisation_id, title }) => {
    const at = unfilled.findIndex((office) => office.organisation_id === organisation_id && office.title === title);
    if (at >= 0) unfilled.splice(at, 1);
    return at < 0;
  });
  const more = [...further, ...added].map(({ organisation_id, title }) => ({ organisation_id, title, holder: null, isAdded: true }));
  return [...ends, ...keyed([...left, ...more])];
}

/** Who is nominated as it was saved, by the keys of the offices; null where nobody is to be found. */
export function nominatedOf(nominations: Nomination[]): Map<string, string | null> {
  const saved = nominations.filter(({ role_id }) => role_id === null);
  const open = keyed(saved.map(({ organisation_id, title }) => ({ organisation_id, title, holder: null, isAdded: true })));
  const ends = nominations.flatMap(({ role_id, person_id }): [string, string | null][] => (role_id === null ? [] : [[role_id, person_id]]));
  return new Map([...ends, ...open.map(({ key }, at): [string, string | null] => [key, saved[at]?.person_id ?? null])]);
}
