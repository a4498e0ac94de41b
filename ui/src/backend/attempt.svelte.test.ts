import { expect, test } from 'vitest';
import { CallError } from '.';
import { Attempt } from './attempt.svelte';

const refusal = (field?: string) => new CallError('typed.day_unreadable', '日付として読めません。', '7/4/1 のように入れてください。', field === undefined ? {} : { field });
const refuse = (cause: CallError) => () => Promise.reject(cause);

test('a refusal stands beside the field that shows it', async () => {
  const attempt = new Attempt();
  const leave = $effect.root(() => {
    $effect(() => void attempt.problem('on'));
  });
  expect(await attempt.run(refuse(refusal('on')))).toBe(false);
  expect(attempt.problem('on')).toEqual({ problem: '日付として読めません。', remedy: '7/4/1 のように入れてください。' });
  expect(attempt.general).toBeNull();
  leave();
});

test('a refusal is said for the whole form once its field has left the page', async () => {
  const attempt = new Attempt();
  let isTransfer = $state(false);
  const leave = $effect.root(() => {
    $effect(() => void (isTransfer || attempt.problem('item_id')));
  });
  await attempt.run(refuse(refusal('item_id')));
  expect(attempt.general).toBeNull();
  isTransfer = true;
  await attempt.run(refuse(refusal('item_id')));
  expect(attempt.general?.code).toBe('typed.day_unreadable');
  leave();
});

test('a refusal that no field shows is said for the whole form', async () => {
  const attempt = new Attempt();
  await attempt.run(refuse(refusal('version')));
  expect(attempt.general?.code).toBe('typed.day_unreadable');
});

test('a second press while the first is on its way does nothing', async () => {
  const attempt = new Attempt();
  let times = 0;
  let finish = () => {};
  const first = attempt.run(() => new Promise<void>((resolve) => ((times += 1), (finish = resolve))));
  expect(await attempt.run(async () => (times += 1))).toBe(false);
  finish();
  expect(await first).toBe(true);
  expect(times).toBe(1);
});
