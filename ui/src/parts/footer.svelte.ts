import { getContext, setContext, untrack, type Snippet } from 'svelte';

/** The foot of the work area: what the frame has to say stands in the page's own bar of acts where it has one. */
class Footer {
  bars = $state(0);
  constructor(readonly notice: Snippet) {}

  /** A page's own bar is there; returns how it goes. */
  take(): () => void {
    untrack(() => (this.bars += 1));
    return () => untrack(() => (this.bars -= 1));
  }
}

const KEY = Symbol('footer');

export const offerFooter = (notice: Snippet): Footer => setContext(KEY, new Footer(notice));
export const footer = (): Footer | undefined => getContext(KEY);
