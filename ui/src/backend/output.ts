import type { Output, Token } from '../generated/api';
import { call, files } from '.';
import { touched } from './cache.svelte';
import { notice } from './changes.svelte';

/** Makes a file of a form: where the reader chooses, or on the desk, from where a viewer prints it. Nothing when she changes her mind. */
export async function putOutForm(form: string, format: Output, year: number, where: 'chosen' | 'desk' = 'chosen'): Promise<Token[] | null> {
  const folder = where === 'desk' ? null : await files.saveTo();
  if (folder === undefined) return null;
  const made = await call('reports.output', { form, year, format, folder });
  const [first] = made.files;
  notice.say(made.sentence, first === undefined ? null : { open: first });
  await touched(['reports', 'council']);
  if (folder === null && where === 'chosen') for (const token of made.files) await files.open(token);
  return made.files;
}

/** The copy that was kept when a form was last put out, as PDF. */
export async function openCopy(form: string, year: number): Promise<void> {
  const folder = await files.saveTo();
  if (folder === undefined) return;
  const token = await call('reports.reprint', { form, year, folder });
  await files.open(token);
}
