import { call, files } from '../../../backend';
import { changeForGood, notice } from '../../../backend/changes.svelte';
import type { FilledSheet } from '../../../generated/api';

/** Writes a year into the city's workbook, where the reader chooses. Nothing when she changes her mind. */
export async function fillSheet(year: number): Promise<FilledSheet | null> {
  const folder = await files.saveTo();
  if (folder === undefined) return null;
  const filled = await changeForGood('enrolment.fill_city_sheet', { year, folder });
  notice.offer = { open: filled.file };
  if (folder === null) await files.open(filled.file);
  return filled;
}

/** The workbook once more as it was last filled for the year. */
export async function refillSheet(year: number): Promise<void> {
  const folder = await files.saveTo();
  if (folder === undefined) return;
  const token = await call('enrolment.refill_city_sheet', { year, folder });
  await files.open(token);
}
