// (l) April: everything for the auditors comes out in one file, and what they found is written down.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { audit as words } from '../../../ui/src/strings/ja/audit';
import { nothingFound } from '../desk/axe';
import { fill, goTo, see, use, type Seat } from '../desk/seat';
import { openSample } from './sample';

export async function auditTheYear(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.accounts);
  await goTo(seat, accounts.tabs['accounts/audit']);
  await see(seat, words.packTitle, words.none);
  const [pack] = await seat.filesOf(() => use(seat, words.pack));
  await see(seat, words.packed('令和7年度_監査資料一式.zip', 0));
  const parts = execFileSync('python3', ['-m', 'zipfile', '-l', pack!], { encoding: 'utf8' });
  for (const part of ['1_監査資料.pdf', '3_現金・預金出納帳.xlsx', '6_監査報告書.pdf']) expect(parts).toContain(part);
  await seat.picture('audit-1-pack');
  await nothingFound(seat, 'the audit page');

  await fill(seat, new RegExp(`^${words.auditors}`), '見本　花子、見本　次郎');
  await use(seat, words.save);
  await see(seat, words.auditorsOf('見本　花子、見本　次郎'), words.resultDefault, app.undo);
  await seat.picture('audit-2-recorded');
  await nothingFound(seat, 'an audit written down');
}
