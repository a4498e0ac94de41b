// (c) Last year's five Excel files and the city's decision come in; this year's report to the city comes out, as PDF,
// as Excel and in the city's own workbook.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { grants } from '../../../ui/src/strings/ja/grants';
import { reports } from '../../../ui/src/strings/ja/reports';
import { nothingFound } from '../desk/axe';
import { sample } from '../desk/programs';
import { fill, goTo, type Seat, see, use } from '../desk/seat';
import { firstStart } from './first-start';
import { takeIn } from './import-roster';

const FILES = [
  ['roster', '名簿.xlsx', '180人'],
  ['associations', '自治会加入状況.xlsx', '17'],
  ['budget', '収支予算書.xlsx', '23'],
  ['cash-book', '出納帳.xlsx', '186'],
  ['activities', '事業実績.xlsx', '34'],
] as const;

export async function annualReport(seat: Seat): Promise<void> {
  await firstStart(seat);
  for (const [kind, file, count] of FILES) {
    await takeIn(seat, kind, sample(file), { isPictured: false });
    await see(seat, count);
  }
  await recordDecision(seat);

  await goTo(seat, app.areas.reports);
  await see(seat, reports.title, '交付金 実績報告書');
  await seat.picture('report-1-papers');
  await nothingFound(seat, 'the papers');
  await use(seat, `交付金 実績報告書　${reports.open}`);
  await see(seat, reports.checks);
  await seat.picture('report-2-paper');
  await nothingFound(seat, 'the report');
  await writeText(seat);

  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  expect(textOf(pdf!)).toContain('194,549');
  for (const output of [reports.outputs.xlsx, reports.outputs.stamp]) {
    const made = await seat.filesOf(() => use(seat, output));
    expect(made.filter((file) => existsSync(file) && file.endsWith('.xlsx'))).toHaveLength(1);
  }
  await seat.picture('report-4-made');
}

async function recordDecision(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.grants);
  await see(seat, grants.record);
  await seat.press('Control+Enter');
  await fill(seat, grants.name, '地域まちづくり交付金');
  await fill(seat, grants.amount, '5,022,000');
  await fill(seat, grants.on, 'R7.4.21');
  await fill(seat, grants.number, '高コ推第123号');
  await seat.press('Control+Enter');
  await see(seat, '194,549');
}

/** The first text that the paper still lacks is typed on the page where it stands. */
async function writeText(seat: Seat): Promise<void> {
  await use(seat, new RegExp(`${reports.write}$`));
  await expect.poll(() => seat.ask(() => document.activeElement?.tagName), { message: 'writing has begun' }).toBe('TEXTAREA');
  await seat.type('防災と見守りの集まりが、どの町でも続くようになりました。');
  await seat.press('Control+Enter');
  await see(seat, '見守りの集まり');
  await seat.picture('report-3-written');
}

const textOf = (pdf: string) => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
