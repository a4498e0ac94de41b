// (l) April: everything for the auditors comes out in one file, what they found is written down, and whatever is entered behind it
// stands on the next paper.

import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { audit as words } from '../../../ui/src/strings/ja/audit';
import { closing } from '../../../ui/src/strings/ja/closing';
import { receipts } from '../../../ui/src/strings/ja/receipts';
import { nothingFound } from '../desk/axe';
import { stateBalances } from '../desk/balances';
import { codeOn, printed, wordsOf } from '../desk/paper';
import { scan } from '../desk/programs';
import { choose, fill, goTo, see, use, type Seat } from '../desk/seat';
import { beginSlip } from '../desk/slip';
import { openSample } from './sample';

const bare = (paper: string) => paper.replaceAll(/\s/g, '');

export async function auditTheYear(seat: Seat): Promise<void> {
  await openSample(seat);
  await proven(seat);
  await goTo(seat, app.areas.accounts);
  await goTo(seat, accounts.tabs['accounts/audit']);
  await see(seat, words.packTitle, words.none);
  await packed(seat);
  await interim(seat);
  await fill(seat, new RegExp(`^${words.auditors}`), '見本　花子、見本　次郎');
  await use(seat, words.save);
  await see(seat, words.auditorsOf('見本　花子、見本　次郎'), words.resultDefault, app.undo, /記録 [\d,]+件目まで　印 [0-9a-f]{8}/);
  await seat.picture('audit-2-recorded');
  await nothingFound(seat, 'an audit written down');
  await enteredBehind(seat);
}

/** One receipt with its picture, and what passbook and cash box say. */
async function proven(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, '186件');
  await goTo(seat, accounts.tabs['accounts/receipts']);
  await use(seat, new RegExp(receipts.add));
  await see(seat, receipts.newTitle);
  await seat.willPick(scan);
  await use(seat, receipts.choosePicture);
  await see(seat, receipts.chosen('scan.png'));
  await seat.press('Control+Enter');
  await see(seat, receipts.pictureCount(1));
  await goTo(seat, accounts.tabs['accounts/closing']);
  await see(seat, closing.inTheWay);
  await stateBalances(seat, '49,295', '738,494');
}

async function packed(seat: Seat): Promise<void> {
  const mark = await seat.ask(() => document.querySelector('.mark b')?.textContent ?? '');
  expect(mark, 'the eight characters of the history').toMatch(/^[0-9a-f]{8}$/);
  const [pack] = await seat.filesOf(() => use(seat, words.pack));
  await see(seat, words.packed('令和7年度_監査資料一式.zip', 1));
  const folder = mkdtempSync(join(dirname(pack!), 'pack-'));
  execFileSync('python3', ['-m', 'zipfile', '-e', pack!, folder]);
  const parts = execFileSync('find', ['.', '-type', 'f'], { cwd: folder, encoding: 'utf8' });
  for (const part of ['1_監査資料.pdf', '3_現金・預金出納帳.xlsx', '6_監査報告書.pdf', '領収書/001']) expect(parts).toContain(part);
  const paper = wordsOf(join(folder, '1_監査資料.pdf'));
  expect(paper, 'the same eight characters are printed').toContain(mark);
  expect(codeOn(join(folder, '1_監査資料.pdf')), 'and read from the code').toContain(mark);
  expect(paper).toMatch(/現金\s+49,295\s+49,295\s+0/);
  expect(paper).toMatch(/普通預金\s+738,494\s+738,494\s+0/);
  expect(bare(paper)).toContain('写しは1枚で');
  expect(paper, 'the picture stands in the list by its number').toMatch(/001\.png/);
  await seat.picture('audit-1-pack');
  await nothingFound(seat, 'the audit page');
}

/** What the sample's own books come to by the end of September, added up from the workbook. */
async function interim(seat: Seat): Promise<void> {
  await fill(seat, words.interimUntil, '9/30');
  const [file] = await seat.filesOf(() => use(seat, words.interimPdf));
  const paper = wordsOf(file!);
  expect(paper).toMatch(/9\s*月\s*30\s*日/);
  expect(paper).toMatch(/6,526,580\s+2,744,116\s+3,782,464/);
  expect(paper).toMatch(/現金\s+26,616\s+37,530/);
  expect(paper).toMatch(/普通預金\s+670,058\s+3,744,934/);
}

/** A slip that was forgotten: it is not put in between what was audited, and the next audit begins with it. */
async function enteredBehind(seat: Seat): Promise<void> {
  await beginSlip(seat, 'expense');
  await fill(seat, accounts.on, '3/13');
  await fill(seat, accounts.description, '忘れていた切手');
  await fill(seat, accounts.itemField, '通信運搬費');
  await fill(seat, accounts.amount, '840');
  await choose(seat, accounts.from, '現金');
  await seat.press('Control+Enter');
  await see(seat, '令和8年3月14日までの帳簿は監査が済んでいるので、その前の日付では書けません。');
  await fill(seat, accounts.on, '3/14');
  await seat.press('Control+Enter');
  await see(seat, '「忘れていた切手 840円」を記帳しました');
  const paper = bare(await printed(seat, '監査資料'));
  expect(paper).toContain('前の監査：令和8年3月14日（令和8年3月14日まで）。そのあとの操作です。');
  const changes = /6前の監査のあとに会計を変えた操作.*7記録の印/.exec(paper)?.[0] ?? '';
  expect(changes).toContain('「忘れていた切手840円」を記帳しました');
  expect(changes.match(/記帳しました/g), 'and nothing that was audited').toHaveLength(1);
}
