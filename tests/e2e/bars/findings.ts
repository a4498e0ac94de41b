// K13: an auditor writes findings into the copy, of one entry and of the year; the secretariat reads them back, answers them, and they stand at
// the entry, before closing and on no figure.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { audit } from '../../../ui/src/strings/ja/audit';
import { findings as words } from '../../../ui/src/strings/ja/findings';
import { office } from '../../../ui/src/strings/ja/office';
import { nothingFound } from '../desk/axe';
import { exactly, fill, goTo, see, shownText, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const PASSPHRASE = 'みどり　公民館　五時';
const OF_ENTRY = '領収書の日付が読めません';
const OF_YEAR = '現金を数える日を決めてください';

export async function auditorsFindingsComeBack(seat: Seat): Promise<void> {
  await openSample(seat);
  await toAudit(seat);
  await fill(seat, audit.auditor, '見本　花子');
  await fill(seat, audit.lendPassphrase, PASSPHRASE);
  const [copy] = await seat.filesOf(() => use(seat, audit.lend));
  await see(seat, audit.lent('令和7年度_監査用の写し.kansa'));
  await use(seat, app.sampleLeave);
  await see(seat, office.copy.door);
  await openCopy(seat, copy!);
  await writeFindings(seat);
  const written = await seat.picked();
  await use(seat, exactly(app.copyLeave));
  await see(seat, office.start.sampleDoor);

  await openSample(seat);
  await toAudit(seat);
  await receive(seat, written);
  await answer(seat);
  await takenOut(seat, written);
}

/** The auditor takes one out of the copy again: the office is told, and takes it away when asked. */
async function takenOut(seat: Seat, copy: string): Promise<void> {
  await use(seat, app.sampleLeave);
  await see(seat, office.copy.door);
  await openCopy(seat, copy);
  await toAudit(seat);
  await use(seat, exactly(words.actOf(words.remove, OF_YEAR)));
  await expect.poll(() => shownText(seat), { message: 'it is gone from the copy' }).not.toContain(OF_YEAR);
  const again = await seat.picked();
  await use(seat, exactly(app.copyLeave));
  await see(seat, office.start.sampleDoor);
  await openSample(seat);
  await toAudit(seat);
  await seat.willPick(again);
  await use(seat, exactly(words.choose));
  await see(seat, words.chosen('令和7年度_監査用の写し.kansa'));
  await fill(seat, exactly(words.passphrase), PASSPHRASE);
  await use(seat, exactly(words.preview));
  await see(seat, words.nothing, words.withdrawn, words.withAnswer('月の終わりに二人で数えます'));
  await seat.picture('findings-7-taken-out');
  await nothingFound(seat, 'a finding that its auditor took out again');
  await use(seat, exactly(app.sizes.huge));
  await seat.ask(() => [...document.querySelectorAll('button')].at(-1)?.scrollIntoView({ block: 'end' }));
  await seat.picture('findings-8-taken-out-huge');
  await use(seat, exactly(app.sizes.standard));
  await use(seat, exactly(words.withdraw(1)));
  await see(seat, '監事が写しで消した所見を1件、こちらでも消しました');
}

const toFindings = (seat: Seat) => seat.ask(() => document.getElementById('findings')?.scrollIntoView());

async function toAudit(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, '186件');
  await goTo(seat, accounts.tabs['accounts/audit']);
  await see(seat, audit.packTitle, words.title);
}

async function openCopy(seat: Seat, copy: string): Promise<void> {
  await use(seat, office.copy.door);
  await seat.willPick(copy, true);
  await use(seat, office.copy.choose);
  await see(seat, office.copy.chosen('令和7年度_監査用の写し.kansa'));
  await fill(seat, office.copy.passphrase, PASSPHRASE);
  await use(seat, exactly(office.copy.open));
  await see(seat, app.copy, app.copyWhat);
}

async function writeFindings(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, '186件');
  await use(seat, /^R7.4.2/);
  await see(seat, words.title, words.noneOfEntry);
  await use(seat, exactly(words.writeOfEntry));
  await fill(seat, exactly(words.finding), OF_ENTRY);
  await fill(seat, exactly(words.auditor), '見本　花子');
  await use(seat, exactly(words.save));
  await see(seat, OF_ENTRY, words.rewrite);
  await toFindings(seat);
  await seat.picture('findings-1-entry-in-copy');
  await nothingFound(seat, 'a finding about an entry, in the copy');
  await toAudit(seat);
  await see(seat, words.leadCopy, OF_ENTRY);
  await use(seat, exactly(words.write));
  await see(seat, words.auditor);
  await use(seat, exactly(words.save));
  await see(seat, '所見が空です');
  await fill(seat, exactly(words.finding), OF_YEAR);
  await seat.picture('findings-2-writing');
  await use(seat, exactly(words.save));
  await see(seat, OF_YEAR, words.whole);
  const shown = await shownText(seat);
  for (const gone of [words.answer, words.receiveTitle, app.undo]) expect(shown, `${gone} is not in a copy`).not.toContain(gone);
  await nothingFound(seat, 'findings of a year, in the copy');
}

async function receive(seat: Seat, copy: string): Promise<void> {
  await see(seat, words.none, words.receiveLead);
  await seat.willPick(copy);
  await use(seat, exactly(words.choose));
  await see(seat, words.chosen('令和7年度_監査用の写し.kansa'));
  await fill(seat, exactly(words.passphrase), 'ちがう合言葉です');
  await use(seat, exactly(words.preview));
  await see(seat, '写しの合言葉が違います');
  await fill(seat, exactly(words.passphrase), PASSPHRASE);
  await use(seat, exactly(words.preview));
  await see(seat, words.lent('令和8年3月14日'), OF_ENTRY, OF_YEAR, words.isNew);
  await seat.picture('findings-3-preview');
  await nothingFound(seat, 'what an auditor would add');
  await use(seat, exactly(words.receive(2)));
  await see(seat, '監事の所見を2件読みこみました', words.received('令和8年3月14日'));
}

async function answer(seat: Seat): Promise<void> {
  await goTo(seat, accounts.tabs['accounts/closing']);
  await see(seat, '対応の済んでいない監事の所見が2件あります');
  await toAudit(seat);
  await use(seat, `${words.answer}　${OF_YEAR}`);
  await fill(seat, exactly(words.answerField), '月の終わりに二人で数えます');
  await fill(seat, exactly(words.doneField), '3/14');
  await use(seat, exactly(words.saveAnswer));
  await see(seat, words.done('令和8年3月14日'), '月の終わりに二人で数えます');
  await toFindings(seat);
  await seat.picture('findings-4-answered');
  await use(seat, exactly(app.sizes.huge));
  await toFindings(seat);
  await seat.picture('findings-5-answered-huge');
  await nothingFound(seat, 'findings with an answer, in the largest letters');
  await use(seat, exactly(app.sizes.standard));
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('5,829,906', '5,738,791'));
  await use(seat, /^R7.4.2/);
  await see(seat, words.title, OF_ENTRY, words.open, words.answer);
  await seat.picture('findings-6-entry');
  await nothingFound(seat, 'an entry with a finding');
}
