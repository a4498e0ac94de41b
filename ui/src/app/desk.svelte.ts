// The open office as the frame sees it, and the acts of the frame: undo, redo, leaving the sample.

import { call, type CallError } from '../backend';
import { forget, forgetWith, query } from '../backend/cache.svelte';
import { change, notice } from '../backend/changes.svelte';
import { dropDrafts } from '../lib/draft.svelte';
import { go } from '../lib/place.svelte';

export const status = query('office.status', {});

forgetWith(dropDrafts);

async function turn(name: 'office.undo' | 'office.redo'): Promise<void> {
  try {
    await change(name, {});
  } catch (cause) {
    const { message, hint } = cause as CallError;
    notice.say(`${message}${hint}`);
  }
}

export const undo = () => (status.value?.undo === null ? undefined : turn('office.undo'));
export const redo = () => (status.value?.redo === null ? undefined : turn('office.redo'));

/** Another office, or none, is open: everything is asked anew, from home. */
async function reopen(act: Promise<unknown>): Promise<void> {
  await act;
  go('home');
  await forget();
}

export const resetSample = () => reopen(call('office.open_sample', { reset: true }));
export const leaveOffice = () => reopen(call('office.close', {}));
