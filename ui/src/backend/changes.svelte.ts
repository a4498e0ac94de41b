import { tick } from 'svelte';
import type { Area, Changed, Token } from '../generated/api';
import { call, type Args, type Name, type Result } from '.';
import { touched } from './cache.svelte';

/** Every act that changes something. */
export type ChangeName = { [N in Name]: Result<N> extends Changed<unknown> ? N : never }[Name];

/** What the bar offers: to take back what was done, to do again what was taken back, to open what was made, or nothing. */
export type Offer = 'undo' | 'redo' | { open: Token } | null;

/** What was done last, for the bar with the way back. */
class Notice {
  sentence = $state<string | null>(null);
  offer = $state.raw<Offer>(null);
  since = 0;

  say(sentence: string, offer: Offer = null): void {
    this.sentence = sentence;
    this.offer = offer;
    this.since = Date.now();
  }

  close(): void {
    this.sentence = null;
  }
}

export const notice = new Notice();

type Value<N extends ChangeName> = (Result<N> & Changed<unknown>)['value'];

/** Does a change, says what was done, and lets every answer that it touched be asked again. */
export const change = <N extends ChangeName>(name: N, args: Args<N>): Promise<Value<N>> => changeOffering(name, args, name === 'office.undo' ? 'redo' : 'undo');

/** The same for what cannot be taken back. */
export const changeForGood = <N extends ChangeName>(name: N, args: Args<N>): Promise<Value<N>> => changeOffering(name, args, null);

/** The same for what takes its own page away: once it is done, `leave` goes elsewhere before anything is asked again. */
export const changeAndLeave = <N extends ChangeName>(name: N, args: Args<N>, leave: () => void): Promise<Value<N>> => changeOffering(name, args, 'undo', leave);

async function changeOffering<N extends ChangeName>(name: N, args: Args<N>, offer: Offer, leave?: () => void): Promise<Value<N>> {
  const done = (await call(name, args)) as Changed<unknown>;
  if (leave !== undefined) {
    leave();
    await tick();
  }
  notice.say(done.sentence, offer);
  await touched([...done.areas, 'council'] as Area[]);
  return done.value as Value<N>;
}
