import { call, type Args } from '../../../backend';
import type { Effect } from '../../../generated/api';
import { debounce } from '../../../lib/debounce';

/** What tells the effect of something that is typed. */
type Asked = 'accounts.entry_effect' | 'accounts.recurring_effect';

/** What an entry would do, asked anew while it is typed; an answer that comes too late is not shown. */
export function reckoning<A extends Asked>(name: A, ask: () => Args<A>): { readonly effect: Effect | null } {
  let effect = $state.raw<Effect | null>(null);
  let turn = 0;
  const reckon = debounce(async (asked: Args<A>) => {
    const mine = ++turn;
    const found: Effect | null = await call(name, asked).catch(() => null);
    if (mine === turn) effect = found;
  }, 20);
  $effect(() => reckon(ask()));
  return {
    get effect() {
      return effect;
    },
  };
}
