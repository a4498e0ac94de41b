import { call, files } from '../../../backend';
import { notice } from '../../../backend/changes.svelte';
import type { FilledSheet } from '../../../generated/api';

/** Writes a year into the city's workbook, where the reader chooses. Nothing when she changes her mind. */
export async function fillSheet(year: number): Promise<FilledSheet | null> {
  const folder = await files.saveTo();
  if (folder === undefined) return null;
  const filled = await call('enrolment.fill_city_sheet', { year, folder });
  notice.say(filled.sentence, { open: filled.file });
  if (folder === null) await files.open(filled.file);
  return filled;
}
