import { call } from '../../../backend';
import type { Args } from '../../../backend';
import type { Effect } from '../../../generated/api';
import { debounce } from '../../../lib/debounce';

/** What an entry would do, asked anew while it is typed; an answer that comes too late is not shown. */
export function reckoning(ask: () => Args<'accounts.entry_effect'>): { readonly effect: Effect | null } {
  let effect = $state.raw<Effect | null>(null);
  let turn = 0;
  const reckon = debounce(async (asked: Args<'accounts.entry_effect'>) => {
    const mine = ++turn;
    const found = await call('accounts.entry_effect', asked).catch(() => null);
    if (mine === turn) effect = found;
  }, 20);
  $effect(() => reckon(ask()));
  return {
    get effect() {
      return effect;
    },
  };
}
