import type { Area, Changed } from '../generated/api';
import { call, type Args, type Name, type Result } from '.';
import { touched } from './cache.svelte';

/** Every act that changes something. */
export type ChangeName = { [N in Name]: Result<N> extends Changed<unknown> ? N : never }[Name];

/** What was done last, for the bar with the way back. */
class Notice {
  sentence = $state<string | null>(null);
  /** What was done was itself a step back, so the bar offers to do it again. */
  isStepBack = $state(false);
  since = 0;

  say(sentence: string, isStepBack = false): void {
    this.sentence = sentence;
    this.isStepBack = isStepBack;
    this.since = Date.now();
  }

  close(): void {
    this.sentence = null;
  }
}

export const notice = new Notice();

/** Does a change, says what was done, and lets every answer that it touched be asked again. */
export async function change<N extends ChangeName>(name: N, args: Args<N>): Promise<(Result<N> & Changed<unknown>)['value']> {
  const done = (await call(name, args)) as Changed<unknown>;
  notice.say(done.sentence, name === 'office.undo');
  await touched([...done.areas, 'council'] as Area[]);
  return done.value as (Result<N> & Changed<unknown>)['value'];
}
