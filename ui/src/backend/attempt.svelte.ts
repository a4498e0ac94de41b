import { tick } from 'svelte';
import type { CallError } from '.';
import { staying } from '../lib/place.svelte';
import { leadToRefusal } from './attention';

/** Something the reader asked for that may be refused: keeps what was said, and to which field it belongs. */
export class Attempt {
  failure = $state.raw<CallError | null>(null);
  isBusy = $state(false);
  readonly #fields = new Set<string>();
  #isBeside = $state(false);
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** The refusal, where no field shows it. */
  get general(): CallError | null {
    return this.#isBeside ? null : this.failure;
  }

  /** What is wrong with a field, in the words that a field takes. */
  problem(field: string): { problem?: string; remedy?: string } {
    this.#fields.add(field);
    return this.failure?.params.field === field ? { problem: this.failure.message, remedy: this.failure.hint } : {};
  }

  /**
   * Does it, and tells whether it was done. While it is being done, a second press does nothing. `onward` leads to the next page,
   * but never away from where the reader went herself while the answer was on its way.
   */
  async run<T>(act: () => Promise<T>, onward: (done: T) => void = () => {}): Promise<boolean> {
    if (this.isBusy) return false;
    const isStaying = staying();
    [this.isBusy, this.failure] = [true, null];
    try {
      const done = await act();
      this.isBusy = false;
      if (isStaying()) onward(done);
      return true;
    } catch (cause) {
      await this.#refuse(cause as CallError);
    }
    this.isBusy = false;
    if (isStaying()) await leadToRefusal();
    return false;
  }

  /** The same where fingers are faster than the core, one name after the other: nothing is lost, each waits for the one before. */
  inTurn<T>(act: () => Promise<T>, onward?: (done: T) => void): Promise<boolean> {
    const isWaiting = this.#waiting > 0;
    this.#waiting += 1;
    const mine = this.#last.then(async () => {
      // What was refused a moment ago is still to be read.
      const refused = isWaiting ? this.failure : null;
      const isDone = await this.run(act, onward);
      this.#waiting -= 1;
      if (isDone) this.failure = refused;
      return isDone;
    });
    this.#last = mine;
    return mine;
  }

  /** A field that was there before may be gone: the refusal stands beside one only if that is on the page now. */
  async #refuse(cause: CallError): Promise<void> {
    this.#fields.clear();
    [this.#isBeside, this.failure] = [true, cause];
    await tick();
    const { field } = cause.params;
    this.#isBeside = typeof field === 'string' && this.#fields.has(field);
  }
}
