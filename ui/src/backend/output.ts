import type { Output, Token } from '../generated/api';
import { call, files } from '.';
import { touched } from './cache.svelte';
import { notice } from './changes.svelte';

/** A paper: its form, its year, and of a paper of one grant the grant. */
export interface Asked {
  form: string;
  year: number;
  grant: string | null;
}

/** Makes a file of a paper: where the reader chooses, or on the desk, from where a viewer prints it. Nothing when she changes her mind. */
export async function putOutForm(asked: Asked, format: Output, where: 'chosen' | 'desk' = 'chosen'): Promise<Token[] | null> {
  const folder = where === 'desk' ? null : await files.saveTo();
  if (folder === undefined) return null;
  const made = await call('reports.output', { ...asked, format, folder });
  const [first] = made.files;
  notice.say(made.sentence, first === undefined ? null : { open: first });
  await touched(['reports', 'council']);
  if (folder === null && where === 'chosen') for (const token of made.files) await files.open(token);
  return made.files;
}

/** The copy that was kept when a paper was last put out, as PDF. */
export async function openCopy(asked: Asked): Promise<void> {
  const folder = await files.saveTo();
  if (folder === undefined) return;
  const token = await call('reports.reprint', { ...asked, folder });
  await files.open(token);
}
