import type { Component } from 'svelte';
import type { AnyQuery, Query } from '../backend/cache.svelte';
import type { Name, Result } from '../backend';

/** Where the reader is, as a page sees it. */
export interface At {
  year: number;
  /** Today's fiscal year. */
  thisYear: number;
  params: Record<string, string>;
  query: Record<string, string>;
}

export type Rail = 'home' | 'roster' | 'enrolment' | 'accounts' | 'grants' | 'activities' | 'meetings' | 'reports' | 'settings';

type Loads = Record<string, AnyQuery>;
export type Answers<L extends Loads> = { [K in keyof L]: L[K] extends Query<infer N extends Name> ? Result<N> : never };

/** A page: its address, the place in the rail it belongs to, its questions, and the component that shows the answers. */
export interface Page {
  route: string;
  rail: Rail;
  load: (at: At) => Loads;
  view: Component<{ data: never; at: At }>;
}

interface Definition<L extends Loads, P extends Record<string, unknown>> {
  route: string;
  rail: Rail;
  load: (at: At) => L;
  view: Component<P>;
}

/** What the component wants must be what its questions are answered with, or it wants nothing. */
type Fits<L extends Loads, P> = Record<string, never> extends P ? unknown : { data: Answers<L>; at: At } extends P ? unknown : { view: Component<{ data: Answers<L>; at: At }> };

export function definePage<L extends Loads, P extends Record<string, unknown>>(page: Definition<L, P> & Fits<L, P>): Page {
  return page as unknown as Page;
}
