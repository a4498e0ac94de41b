import { call, files } from '../../../backend';
import { touched } from '../../../backend/cache.svelte';
import { notice } from '../../../backend/changes.svelte';
import type { Output, Paper, Token } from '../../../generated/api';

/** Makes a file of the paper: where the reader chooses, or on the desk, from where a viewer prints it. Nothing when she changes her mind. */
export async function putOut(paper: Paper, format: Output, year: number, where: 'chosen' | 'desk' = 'chosen'): Promise<Token[] | null> {
  const folder = where === 'desk' ? null : await files.saveTo();
  if (folder === undefined) return null;
  const form = format === 'stamp' ? (paper.stamped_as ?? paper.form) : paper.form;
  const made = await call('reports.output', { form, year, format, folder });
  const [first] = made.files;
  notice.say(made.sentence, first === undefined ? null : { open: first });
  await touched(['reports', 'council']);
  if (folder === null && where === 'chosen') for (const token of made.files) await files.open(token);
  return made.files;
}
