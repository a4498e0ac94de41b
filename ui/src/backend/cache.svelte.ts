// Answers of the core, kept while somebody looks at them and asked for again when a change touched their areas.

import type { Area } from '../generated/api';
import { call, CallError, type Args, type Name, type Result } from '.';

const EVERYTHING: Area[] = ['council', 'roster', 'enrolment', 'accounts', 'audit', 'grants', 'equipment', 'activities', 'plan', 'meetings', 'handover', 'reports', 'attachments', 'lists'];

/** The areas a question is made of, by the first word of its name. */
const MADE_OF: Record<string, Area[]> = {
  roster: ['roster'],
  lists: ['lists', 'roster', 'enrolment', 'council'],
  enrolment: ['enrolment', 'roster', 'reports'],
  accounts: ['accounts', 'audit', 'grants', 'activities', 'attachments', 'roster', 'council'],
  bank: ['accounts', 'grants', 'activities', 'roster'],
  equipment: ['equipment', 'accounts', 'grants'],
  grants: ['grants', 'accounts', 'reports', 'attachments'],
  activities: ['activities', 'accounts', 'roster'],
  plan: ['plan', 'activities', 'accounts'],
  meetings: ['meetings', 'roster', 'accounts'],
  handover: ['handover', 'accounts', 'roster', 'reports', 'council'],
  attachments: ['attachments'],
  privacy: ['roster'],
};

export class Query<N extends Name> {
  value = $state.raw<Result<N> | null>(null);
  failure = $state.raw<CallError | null>(null);
  isFetching = $state(false);
  watchers = 0;
  isStale = true;
  #turn = 0;

  constructor(
    readonly name: N,
    readonly args: Args<N>,
  ) {}

  get areas(): Area[] {
    return MADE_OF[this.name.split('.')[0] ?? ''] ?? EVERYTHING;
  }

  async fetch(): Promise<void> {
    const turn = ++this.#turn;
    this.isStale = false;
    this.isFetching = true;
    try {
      const value = await call(this.name, this.args);
      if (turn === this.#turn) [this.value, this.failure] = [value, null];
    } catch (cause) {
      if (turn === this.#turn) this.failure = cause as CallError;
    } finally {
      if (turn === this.#turn) this.isFetching = false;
    }
  }
}

export type AnyQuery = Pick<Query<Name>, 'failure' | 'isFetching' | 'watchers' | 'isStale' | 'areas' | 'fetch'> & { readonly value: unknown };

const kept = new Map<string, AnyQuery>();

/** The question, the same object for the same words. It is asked when it is first watched. */
export function query<N extends Name>(name: N, args: Args<N>): Query<N> {
  const key = `${name} ${JSON.stringify(args)}`;
  const found = kept.get(key) ?? new Query(name, args);
  kept.set(key, found);
  return found as Query<N>;
}

/** Keeps answers fresh while they are on screen; returns how to stop. */
export function watch(queries: AnyQuery[]): () => void {
  for (const one of queries) {
    one.watchers += 1;
    if (one.isStale) void one.fetch();
  }
  return () => queries.forEach((one) => (one.watchers -= 1));
}

/** Something changed: what is on screen is asked again, the rest when it is next looked at. */
export async function touched(areas: Area[]): Promise<void> {
  // The council's settings say when its year begins, which moves every day and figure.
  const isAll = areas.includes('council');
  const hit = [...kept.values()].filter((one) => isAll || one.areas.some((area) => areas.includes(area)));
  hit.forEach((one) => (one.isStale = true));
  await Promise.all(hit.filter((one) => one.watchers > 0).map((one) => one.fetch()));
}

const alsoForgotten: (() => void)[] = [];

/** What else is of one office only, and is forgotten with it. */
export function forgetWith(drop: () => void): void {
  alsoForgotten.push(drop);
}

/** Another office file is open: nothing of the last one is kept. */
export async function forget(): Promise<void> {
  alsoForgotten.forEach((drop) => drop());
  for (const [key, one] of kept) if (one.watchers === 0) kept.delete(key);
  await touched(EVERYTHING);
}
