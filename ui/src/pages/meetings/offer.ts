import { files } from '../../backend';
import { notice } from '../../backend/changes.svelte';
import type { MeetingFile } from '../../generated/api';

/** Asks where a file goes, has it made and tells of it; a file that goes nowhere is opened. */
export async function offer(make: (folder: string | null) => Promise<MeetingFile>): Promise<void> {
  const folder = await files.saveTo();
  if (folder === undefined) return;
  const { file, sentence } = await make(folder);
  if (folder === null) await files.open(file);
  notice.say(sentence, { open: file });
}
