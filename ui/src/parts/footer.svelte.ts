import { getContext, setContext, untrack, type Snippet } from 'svelte';

/** What a page puts into the bar at the foot of the work area: the way back at the left, the main act at the right. */
export interface PageActs {
  start?: Snippet | undefined;
  end?: Snippet | undefined;
}

/** The bar stands below the part that scrolls, so that it never covers what is focused. */
export class Footer {
  #taken = $state.raw<PageActs[]>([]);

  get acts(): PageActs | undefined {
    return this.#taken.at(-1);
  }

  /** A page's acts are shown as long as it is there; returns how they go. */
  take(acts: PageActs): () => void {
    untrack(() => (this.#taken = [...this.#taken, acts]));
    return () => untrack(() => (this.#taken = this.#taken.filter((one) => one !== acts)));
  }
}

const KEY = Symbol('footer');

export const offerFooter = (): Footer => setContext(KEY, new Footer());
export const footer = (): Footer => getContext(KEY);
