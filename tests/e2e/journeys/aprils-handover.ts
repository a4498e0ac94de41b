// (p) April's handover of a year of books: it is audited and closed, what only people know is written down, the paper for
// the successor is printed, she chooses her own words, a new paper key is typed back, both stand to it by name under the
// mark of the books, the words of the predecessor open the office no more, and the first week is gone through.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { audit } from '../../../ui/src/strings/ja/audit';
import { closing } from '../../../ui/src/strings/ja/closing';
import { handover as words } from '../../../ui/src/strings/ja/handover';
import { home } from '../../../ui/src/strings/ja/home';
import { keys } from '../../../ui/src/strings/ja/keys';
import { office } from '../../../ui/src/strings/ja/office';
import { reports } from '../../../ui/src/strings/ja/reports';
import { tour } from '../../../ui/src/strings/ja/tour';
import { nothingFound } from '../desk/axe';
import { stateBalances } from '../desk/balances';
import { PREPARED } from '../desk/prepared';
import { exactly, fill, goTo, reach, see, shownText, use, type Seat } from '../desk/seat';

/** Between the end of the year and the general meeting. */
export const APRIL = '2026-04-18';
const NEW = 'つばめの巣の下の縁側';
const wordsOf = (pdf: string | undefined) => execFileSync('pdftotext', ['-layout', pdf ?? '', '-'], { encoding: 'utf8' });

export async function aprilsHandover(seat: Seat): Promise<void> {
  await open(seat, PREPARED.passphrase);
  await toSteps(seat);
  await see(seat, words.lead('令和7年度'), words.closeWhat('令和7年度'), words.recordsNone);
  await seat.picture('handover-1-steps');
  await nothingFound(seat, 'the steps of a handover');
  const mark = await auditAndClose(seat);
  await toSteps(seat);
  await see(seat, words.closedWhat('令和8年4月18日', mark));
  await writeNote(seat);
  await printPaper(seat, mark);
  await toSteps(seat);
  await see(seat, words.paperDone(''));
  await changeKeys(seat);
  await use(seat, exactly(keys.back));
  await record(seat, mark);
  await lockAndOpen(seat);
  await bearsHerName(seat);
  await goThroughFirstWeek(seat);
}

async function open(seat: Seat, passphrase: string): Promise<void> {
  await see(seat, office.unlock.title);
  await fill(seat, exactly(office.unlock.passphrase), passphrase);
  await seat.press('Control+Enter');
  await see(seat, home.due);
}

async function toSteps(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.settings);
  await use(seat, exactly(words.link));
  await see(seat, words.stepsTitle);
}

/** Answers with the eight characters of the books. */
async function auditAndClose(seat: Seat): Promise<string> {
  await use(seat, `${words.closeStep}　${words.closeGo}`);
  await see(seat, closing.lead('令和7年度'), closing.checksTitle);
  await goTo(seat, accounts.tabs['accounts/audit']);
  await see(seat, audit.none);
  await fill(seat, new RegExp(`^${audit.auditors}`), '見本　花子、見本　次郎');
  await use(seat, audit.save);
  await see(seat, audit.record('令和8年4月18日', '令和8年3月31日'));
  await goTo(seat, accounts.tabs['accounts/closing']);
  await see(seat, closing.inTheWay);
  await stateBalances(seat, '49,295', '728,494');
  await see(seat, '精算');
  await fill(seat, closing.by, '会長　見本');
  await use(seat, exactly(closing.close));
  await see(seat, closing.closedTitle, closing.intact, closing.nextTitle('令和8年度'));
  await seat.picture('handover-2-closed');
  const mark = await seat.ask(() => document.querySelector('.mark b')?.textContent ?? '');
  expect(mark, 'the mark of the closed books').toMatch(/^[0-9a-f]{8}$/);
  return mark;
}

async function writeNote(seat: Seat): Promise<void> {
  await use(seat, `${words.notesStep}　${words.notesGo}`);
  await see(seat, words.emptyTitle);
  await use(seat, exactly(words.add));
  await see(seat, words.newLead);
  await fill(seat, exactly(words.name), '会長の丸印');
  await fill(seat, exactly(words.placeField), '事務局の金庫');
  await seat.press('Control+Enter');
  await see(seat, words.notesLead(1), '会長の丸印');
  await seat.picture('handover-3-notes');
  await use(seat, exactly(words.back));
  await see(seat, words.stepsTitle, words.notesWhat(1, 7));
}

/** All that the successor has to know stands on the paper. */
async function printPaper(seat: Seat, mark: string): Promise<void> {
  await use(seat, `${words.paperStep}　${words.paperGo}`);
  await see(seat, reports.checks);
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  const paper = wordsOf(pdf).replaceAll(/\s/g, '');
  for (const part of [
    '令和7年度引継書',
    '総会をひらく',
    '49,295',
    '728,494',
    `帳簿の印${mark}`,
    '令和8年4月18日に監査を受けました',
    PREPARED.advance,
    '10,000',
    '会長の丸印',
    '事務局の金庫',
    'ワンタッチテント',
    PREPARED.borrower,
    PREPARED.decision,
    '可決',
    '現金を二人で数え、帳簿の残高と合わせた',
    '引き受けた人',
  ]) expect(paper, `${part} is on the paper`).toContain(part);
  await seat.picture('handover-4-paper');
}

async function record(seat: Seat, mark: string): Promise<void> {
  await see(seat, words.stepsTitle, keys.outDone(keys.whose('森 花')));
  await fill(seat, exactly(words.office), '事務局');
  await fill(seat, exactly(words.from), '見本 太郎');
  await fill(seat, exactly(words.to), '森 花');
  await reach(seat, words.confirmText);
  await seat.press('Space');
  await use(seat, exactly(words.save));
  await see(seat, words.record('令和8年4月18日', '事務局'), words.fromTo('見本 太郎', '森 花'), words.sealed(mark), words.recordDone(1));
  await seat.picture('handover-5-recorded');
  await nothingFound(seat, 'a handover written down');
}

async function changeKeys(seat: Seat): Promise<void> {
  await use(seat, `${keys.step}　${keys.stepGo}`);
  await see(seat, keys.title, keys.first, keys.unnamed, keys.operator('事務局'));
  await use(seat, `${keys.first}　${keys.rename}`);
  await fill(seat, exactly(keys.holderName), '見本 太郎');
  await seat.picture('handover-6-name');
  await use(seat, exactly(keys.renameIt));
  await see(seat, keys.whose('見本 太郎'), keys.operator('見本 太郎'));
  await fill(seat, exactly(keys.name), '森 花');
  await fill(seat, exactly(keys.passphrase), NEW);
  await fill(seat, keys.again, NEW);
  await use(seat, exactly(keys.addIt));
  await see(seat, keys.whose('森 花'));
  await seat.picture('handover-6-both-open');
  await nothingFound(seat, 'two passphrases');
  await use(seat, `${keys.whose('見本 太郎')}　${keys.remove}`);
  await fill(seat, keys.remaining, PREPARED.passphrase);
  await use(seat, exactly(keys.removeIt));
  await see(seat, 'いま外そうとしている合言葉が入っています');
  await fill(seat, keys.remaining, NEW);
  await use(seat, exactly(keys.removeIt));
  await expect.poll(() => shownText(seat), { message: 'the first words are gone' }).not.toContain(keys.whose('見本 太郎'));

  await use(seat, exactly(keys.renew));
  await see(seat, keys.renewed);
  const [sheet] = await seat.filesOf(() => use(seat, exactly(keys.print)));
  await fill(seat, keys.typed, /\d{6}(-\d{6}){7}/.exec(wordsOf(sheet))?.[0] ?? '');
  await use(seat, exactly(keys.confirm));
  await see(seat, keys.recoveryConfirmed);
  await seat.picture('handover-7-keys-changed');
}

async function lockAndOpen(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.settings);
  await use(seat, exactly(office.settings.lock));
  await see(seat, office.unlock.title);
  await fill(seat, exactly(office.unlock.passphrase), PREPARED.passphrase);
  await seat.press('Control+Enter');
  await see(seat, '合言葉が違います');
  await seat.picture('handover-8-old-words');
  await fill(seat, exactly(office.unlock.passphrase), NEW);
  await seat.press('Control+Enter');
  await see(seat, office.settings.lockWhat);
}

/** What she does bears her name; what was done before bears that of whoever did it. */
async function bearsHerName(seat: Seat): Promise<void> {
  await toSteps(seat);
  await use(seat, `${words.notesStep}　${words.notesGo}`);
  await see(seat, words.notesLead(1));
  await use(seat, exactly(words.add));
  await see(seat, words.newLead);
  await fill(seat, exactly(words.name), '集会所の鍵');
  await seat.press('Control+Enter');
  await see(seat, words.notesLead(2));
  await goTo(seat, app.areas.settings);
  await use(seat, office.settings.history);
  await see(seat, '集会所の鍵');
  const names = await seat.ask(() => [...document.querySelectorAll('main li .who')].map((one) => one.textContent ?? ''));
  expect([...new Set(names)], 'newest first').toEqual(['森 花', '事務局']);
  await seat.picture('handover-8-who');
}

async function goThroughFirstWeek(seat: Seat): Promise<void> {
  // The window keeps its marks for all offices of this computer; whoever sat here before may have left some.
  await seat.ask(() => localStorage.removeItem('first-week'));
  await toSteps(seat);
  await use(seat, `${tour.link}　${tour.linkGo}`);
  await see(seat, tour.lead, tour.count(0, 7));
  const days = await seat.ask(() => [...document.querySelectorAll('main [aria-pressed]')].map((one) => one.getAttribute('aria-label') ?? ''));
  for (const day of days) await use(seat, day);
  await see(seat, tour.count(7, 7), tour.seen);
  await seat.picture('handover-9-first-week');
  await nothingFound(seat, 'the first week');
  await seat.press('F1');
  const [booklet] = await seat.filesOf(() => use(seat, exactly(app.helpLarge.replace(/[（）]/g, '.'))));
  expect(wordsOf(booklet)).toContain('次の役員に引き継ぐ');
  await seat.press('Escape');
}
