// K06, K08: what auditors have seen is corrected, never written over. K13: a copy goes to the auditor, who opens it with its own passphrase, looks at the books and can change nothing.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { audit as words } from '../../../ui/src/strings/ja/audit';
import { office } from '../../../ui/src/strings/ja/office';
import { nothingFound } from '../desk/axe';
import { exactly, fill, goTo, see, shownText, use, type Seat } from '../desk/seat';
import { openBooks } from '../journeys/sample';

const PASSPHRASE = 'みどり　公民館　五時';

export async function auditorLooks(seat: Seat): Promise<void> {
  await openBooks(seat, 'accounts/audit');
  await see(seat, words.lendTitle);
  await fill(seat, words.auditor, '見本　花子');
  await fill(seat, words.lendPassphrase, PASSPHRASE);
  const [copy] = await seat.filesOf(() => use(seat, words.lend));
  await see(seat, words.lent('令和7年度_監査用の写し.kansa'));
  await seat.picture('auditor-1-lent');
  await nothingFound(seat, 'a copy for the auditor');
  await use(seat, app.sampleLeave);

  await see(seat, office.start.sampleDoor, office.copy.door);
  await seat.picture('auditor-2-door');
  await use(seat, office.copy.door);
  await seat.willPick(copy!);
  await use(seat, office.copy.choose);
  await see(seat, office.copy.chosen('令和7年度_監査用の写し.kansa'));
  await fill(seat, office.copy.passphrase, PASSPHRASE);
  await seat.picture('auditor-3-open');
  await nothingFound(seat, 'the way in of an auditor');
  await use(seat, exactly(office.copy.open));

  await see(seat, app.copy, app.copyWhat);
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('5,829,906', '5,738,791'));
  await goTo(seat, accounts.tabs['accounts/audit']);
  await see(seat, words.packTitle);
  const shown = await shownText(seat);
  for (const gone of [words.lendTitle, accounts.record, accounts.tabs['accounts/purses'], app.undo]) expect(shown, `${gone} is not in a copy`).not.toContain(gone);
  await seat.picture('auditor-4-copy');
  await nothingFound(seat, 'what a copy shows');
  await seat.ask(() => (window.location.hash = '#/accounts/new'));
  await see(seat, app.copyNoWriting, app.copyNoWritingLead);
  await seat.picture('auditor-5-no-writing');
}

const markShown = (seat: Seat) => seat.ask(() => document.querySelector('.mark b')?.textContent ?? '');

/** What the auditors saw stands: its verdict and its receipt are no more written over, the mark stays until it is corrected. */
export async function auditedIsCorrected(seat: Seat): Promise<void> {
  await openBooks(seat, 'accounts/audit');
  await see(seat, words.none, words.markTitle);
  const before = await markShown(seat);
  expect(before).toMatch(/^[0-9a-f]{8}$/);
  await fill(seat, new RegExp(`^${words.auditors}`), '見本　花子、見本　次郎');
  await use(seat, words.save);
  await see(seat, words.record('令和8年3月14日', '令和8年3月14日'), `印 ${before}`);
  expect(await markShown(seat), 'to write an audit down changes no book').toBe(before);
  await seat.picture('audited-1-mark');

  await goTo(seat, app.areas.accounts);
  await see(seat, '186件');
  await use(seat, /^R7.4.2/);
  await see(seat, accounts.rests, '911円');
  const shown = await shownText(seat);
  for (const gone of [accounts.judge, accounts.markReceipt, accounts.unmarkReceipt]) expect(shown, `${gone} is not offered`).not.toContain(gone);
  await seat.picture('audited-2-entry');
  await nothingFound(seat, 'an entry that auditors have seen');
  await use(seat, accounts.correct);
  await see(seat, accounts.correctLead, accounts.correctRests('令和8年3月14日'));
  await fill(seat, accounts.correctReason, '金額の書きまちがい');
  await fill(seat, new RegExp(`^${accounts.amount}`), '1,234');
  await seat.press('Control+Enter');
  await see(seat, accounts.entryTitle(accounts.kinds.expense), '1,234円');
  await goTo(seat, app.areas.accounts);
  await see(seat, '188件');
  await goTo(seat, accounts.tabs['accounts/audit']);
  await see(seat, words.markTitle, `印 ${before}`);
  expect(await markShown(seat), 'the books are others now').not.toBe(before);
}
