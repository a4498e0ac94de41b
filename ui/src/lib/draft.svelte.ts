// What is being typed outlives its page: switching the year or looking something up never loses it.

const kept = new Map<string, Draft<object>>();

export class Draft<T extends object> {
  value: T = $state() as T;
  #initial: string;
  #goesOn = false;

  constructor(
    readonly key: string,
    private begin: () => T,
  ) {
    this.value = begin();
    this.#initial = JSON.stringify(this.value);
  }

  get isTouched(): boolean {
    return JSON.stringify(this.value) !== this.#initial;
  }

  /** True for the next slip of a heap, which begins with what stays as it was. */
  get goesOn(): boolean {
    return this.#goesOn;
  }

  /** The page that shows the draft now says how it would begin anew. */
  adopt(begin: () => T): this {
    this.begin = begin;
    return this;
  }

  /** Forgets what was typed; the next visit starts anew. */
  drop(): void {
    kept.delete(this.key);
    this.start(this.begin());
  }

  /** Begins with something else, as the next slip of a heap does. */
  start(fresh: T): void {
    this.#initial = JSON.stringify(fresh);
    this.#goesOn = true;
    this.value = fresh;
  }
}

/** Another office is open: what was typed for the last one never appears in it. */
export function dropDrafts(): void {
  kept.clear();
}

/** The half-typed input of an earlier visit, the next slip of a heap, or a fresh one. */
export function draft<T extends object>(key: string, begin: () => T): Draft<T> {
  const found = kept.get(key) as Draft<T> | undefined;
  if (found?.isTouched || found?.goesOn) return found.adopt(begin);
  const fresh = new Draft(key, begin);
  kept.set(key, fresh as unknown as Draft<object>);
  return fresh;
}
