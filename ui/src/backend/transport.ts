import type { Token } from '../generated/api';

/** For what a file is chosen: to be brought in, to be attached to a record, or to be looked at. */
export type Wanted = 'sheet' | 'paper' | 'copy';

/** How calls and files travel. The window and the browser each have one; pages know neither. */
export interface Transport {
  call(name: string, args: unknown): Promise<unknown>;
  /** Lets the user choose a file to bring in or to attach. Nothing when she changes her mind. */
  pick(what: Wanted): Promise<Token | null>;
  /** Lets the user choose where papers are put. Nothing where the browser decides itself; `undefined` when she changes her mind. */
  saveTo(): Promise<string | null | undefined>;
  /** Shows a file in the system's viewer, which also prints it. */
  open(token: Token): Promise<void>;
}
