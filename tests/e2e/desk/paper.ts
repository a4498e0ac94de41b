// What a paper says once it is put out.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from '../../../ui/src/strings/ja/app';
import { reports } from '../../../ui/src/strings/ja/reports';
import { goTo, see, use, type Seat } from './seat';

/** The words of a PDF as they lie on its pages. */
export const wordsOf = (pdf: string) => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });

/** Those of each page. */
export const pagesOf = (pdf: string) => wordsOf(pdf).split('\f').slice(0, -1);

/** What a telephone reads from the code on the last page. */
export function codeOn(pdf: string): string {
  const folder = mkdtempSync(join(dirname(pdf), 'seen-'));
  execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', pdf, join(folder, 'page')]);
  const last = readdirSync(folder).sort().at(-1)!;
  return execFileSync('zbarimg', ['--quiet', '--raw', join(folder, last)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** The words of the paper whose page is open. */
export async function putOut(seat: Seat): Promise<string> {
  await see(seat, reports.checks, reports.outputs.pdf);
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  return wordsOf(pdf!);
}

/** The page of a paper of the year, or of one of its grants. */
export async function openPaper(seat: Seat, title: string, grant = ''): Promise<void> {
  await goTo(seat, app.areas.reports);
  await see(seat, reports.ready, reports.areas.handover);
  const name = reports.openOf(grant, title).replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  await use(seat, new RegExp(`^${name}$`));
  await see(seat, reports.checks);
}

/** The words of that paper. */
export async function printed(seat: Seat, title: string, grant = ''): Promise<string> {
  await openPaper(seat, title, grant);
  return putOut(seat);
}
