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

/** In a copy to look at nothing was done that could be taken back. */
const canTurn = (way: 'undo' | 'redo') => status.value?.is_reading !== true && status.value?.[way] !== null;

export const undo = () => (canTurn('undo') ? turn('office.undo') : undefined);
export const redo = () => (canTurn('redo') ? turn('office.redo') : undefined);

/** Another office, or none, is open: everything is asked anew, from home. */
async function reopen(act: Promise<unknown>): Promise<void> {
  await act;
  go('home');
  await forget();
}

export const resetSample = () => reopen(call('office.open_sample', { reset: true }));
export const leaveOffice = () => reopen(call('office.close', {}));
