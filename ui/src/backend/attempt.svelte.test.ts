import { expect, test } from 'vitest';
import { CallError } from '.';
import { place } from '../lib/place.svelte';
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

test('what is asked in turn waits for what was asked before, also for what was refused', async () => {
  const attempt = new Attempt();
  const done: string[] = [];
  let finish = () => {};
  const first = attempt.inTurn(() => new Promise<void>((resolve) => (finish = () => resolve(void done.push('first')))));
  const refused = attempt.inTurn(refuse(refusal()));
  const last = attempt.inTurn(async () => done.push('last'));
  await Promise.resolve();
  expect(done).toEqual([]);
  finish();
  expect(await Promise.all([first, refused, last])).toEqual([true, false, true]);
  expect(done).toEqual(['first', 'last']);
  expect(attempt.general?.code, 'what was refused between the two is still told').toBe('typed.day_unreadable');
  await attempt.inTurn(async () => done.push('new'));
  expect(attempt.general).toBeNull();
});

/** An act that is answered when the reader of this test says so, and what it led to. */
function slow() {
  let answer = () => {};
  const led: string[] = [];
  const done = new Attempt().run(() => new Promise<string>((resolve) => (answer = () => resolve('kept'))), (value) => led.push(value));
  return { led, answer: async () => (answer(), await done) };
}

function moveTo(hash: string) {
  window.location.hash = hash;
  place.address = { path: hash.slice(2), query: {} };
}

test('what was done leads on from where it was asked for', async () => {
  moveTo('#/accounts/receipts/new');
  const { led, answer } = slow();
  expect(await answer()).toBe(true);
  expect(led).toEqual(['kept']);
});

test('a slow answer leads nobody away who has moved on meanwhile, nor who has moved on and come back', async () => {
  moveTo('#/accounts/receipts/new');
  const [left, back] = [slow(), slow()];
  moveTo('#/roster');
  expect(await left.answer()).toBe(true);
  moveTo('#/accounts/receipts/new');
  expect(await back.answer()).toBe(true);
  expect([left.led, back.led]).toEqual([[], []]);
});
