// 備品: written into the register, sealed, looked for, lent and given back, and disposed of with the city's word.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { equipment as words } from '../../../ui/src/strings/ja/equipment';
import { nothingFound } from '../desk/axe';
import { exactly, fill, focused, goTo, reach, see, use, type Seat } from '../desk/seat';
import { openBooks } from '../journeys/sample';

/** K12: a printer in the register and under its seal, one tent lent and back late, the grant's tables not thrown away unwarned. */
export async function equipmentIsKept(seat: Seat): Promise<void> {
  await openBooks(seat, 'accounts/equipment');
  await see(seat, words.lead(3, '226,000'), '折りたたみ机');
  await seat.press('Control+Enter');
  await see(seat, words.newTitle);
  await fill(seat, words.nameField, 'プリンター');
  await fill(seat, words.price, '２万９千８百');
  await fill(seat, words.acquired, '7/6/10');
  await fill(seat, words.place, '事務局');
  await pick(seat, words.sources, 'own');
  await pick(seat, words.restrictions, 'until');
  await fill(seat, words.restrictedUntil, 'R13.3.31');
  await nothingFound(seat, 'equipment being written');
  await seat.press('Control+Enter');
  await see(seat, '備品「4　プリンター」を台帳に書きました', words.lead(4, '255,800'));
  await seat.picture('equipment-1-register');
  await nothingFound(seat, 'the register of equipment');

  await reach(seat, /^折りたたみ机/);
  for (let row = 1; row < 4; row += 1) await seat.press('ArrowDown');
  await seat.press('Enter');
  await see(seat, words.sources.own, '令和13年3月31日まで');
  await use(seat, words.back);
  await see(seat, words.lead(4, '255,800'));
  await printSeals(seat);
  await use(seat, words.checkGo);
  await see(seat, words.checkLead('令和7年度', 4));
  await fill(seat, words.checkedBy, '見本 花子');
  await use(seat, /プリンターは.*あった/);
  await see(seat, words.checkLead('令和7年度', 3));
  await seat.picture('equipment-2-check');
  await nothingFound(seat, 'the yearly check');
  await use(seat, words.back);

  await reach(seat, /^折りたたみ机/);
  await seat.press('ArrowDown');
  await seat.press('Enter');
  await see(seat, words.oneLead('2'));
  await use(seat, words.lend);
  await fill(seat, words.borrower, '城東自治会');
  await fill(seat, new RegExp(`^${words.lentOn}`), '8/3/1');
  await fill(seat, new RegExp(`^${words.due}`), '8/3/8');
  await use(seat, words.lendDo);
  await see(seat, words.loanLine('R8.3.1', 'R8.3.8', 1), words.overdue);
  const [paper] = await seat.filesOf(() => use(seat, new RegExp(`${words.loanPaper}$`)));
  expect(execFileSync('pdftotext', ['-layout', paper!, '-'], { encoding: 'utf8' })).toMatch(/備品借用書[^]*城東自治会[^]*ワンタッチテント/);
  await goTo(seat, app.areas.home);
  await see(seat, 'ワンタッチテント（城東自治会）');
  await use(seat, /備品を見る/);
  await see(seat, words.overdueNote(1));
  await giveBack(seat);

  await use(seat, /折りたたみ机/);
  await see(seat, words.oneLead('1'));
  await use(seat, exactly(words.disposal));
  await see(seat, 'まだ確かめていません', words.applicationFirst);
  await fill(seat, words.disposedOn, 'R8.3.31');
  await fill(seat, new RegExp(`^${words.reason}`), '天板が割れ、直せないため');
  await seat.picture('equipment-3-disposal');
  await nothingFound(seat, 'a disposal that comes early');
  await use(seat, words.plan);
  await see(seat, words.disposalPlanned);
  await use(seat, words.application);
  await see(seat, '天板が割れ、直せないため');
  await seat.picture('equipment-4-application');
  await goTo(seat, app.areas.accounts);
  await goTo(seat, accounts.tabs['accounts/equipment']);
  await use(seat, /折りたたみ机/);
  await see(seat, words.disposalPlanned, words.application);
  await fill(seat, new RegExp(`^${words.approvalNo}`), '高コ推第45号');
  await use(seat, words.dispose);
  await see(seat, words.disposalDone, '高コ推第45号');
  await seat.picture('equipment-7-gone');
  await nothingFound(seat, 'equipment that is gone');
}

/** K12: what is lent is checked as lent; nine of ten tables are written as nine and missed until put right. */
export async function equipmentIsCounted(seat: Seat): Promise<void> {
  await openBooks(seat, 'accounts/equipment');
  await see(seat, words.lead(3, '226,000'));
  await reach(seat, /^折りたたみ机/);
  await seat.press('ArrowDown');
  await seat.press('Enter');
  await see(seat, words.oneLead('2'));
  await use(seat, words.lend);
  await see(seat, words.lendLead(2));
  await fill(seat, words.borrower, '城東自治会');
  await fill(seat, new RegExp(`^${words.lentOn}`), '8/3/1');
  await fill(seat, new RegExp(`^${words.due}`), '8/3/20');
  await use(seat, words.lendDo);
  await see(seat, words.loanLine('R8.3.1', 'R8.3.20', 1));
  await use(seat, words.back);
  await see(seat, words.away(1));

  await use(seat, words.checkGo);
  await see(seat, words.checkLead('令和7年度', 3), words.lentTo(1, '城東自治会', 'R8.3.20'));
  await fill(seat, words.checkedBy, '見本 花子');
  await use(seat, new RegExp(`テント.*${words.results.lent}`));
  await see(seat, '貸出中1点を確認', words.checkLead('令和7年度', 3));
  await use(seat, new RegExp(`テント.*${words.results.found}`));
  await see(seat, 'あり、貸出中1点を確認', words.checkLead('令和7年度', 2));
  await use(seat, new RegExp(`折りたたみ机.*${words.some}`));
  await see(seat, words.someLead(10, 0));
  await fill(seat, new RegExp(`^${words.seen}`), '11');
  await use(seat, words.seenDo);
  await see(seat, 'それより多くは書けません');
  await fill(seat, new RegExp(`^${words.seen}`), '９');
  await seat.picture('equipment-8-count');
  await nothingFound(seat, 'some of several being counted');
  await use(seat, words.seenDo);
  await see(seat, '10点のうち9点', words.checkLead('令和7年度', 1));
  await seat.picture('equipment-9-counted');
  await nothingFound(seat, 'the check of what is lent and what is missed');
  await use(seat, words.back);
  await see(seat, words.differingNote(1), words.missing(1));
  await seat.picture('equipment-10-differing');
  await use(seat, words.checkGo);
  await see(seat, '10点のうち9点');
  await use(seat, new RegExp(`折りたたみ机.*${words.results.found}$`));
  await see(seat, words.checkedLabel('R8.3.14', 'あり'));
  await use(seat, words.back);
  await see(seat, words.lead(3, '226,000'), words.uncheckedNote('令和7年度', 1));
}

/** One of several that stand beside each other; the keyboard comes to the one that is chosen, and in the window the arrows end there. */
async function pick(seat: Seat, all: Record<string, string>, wanted: string): Promise<void> {
  const [names, to] = [Object.values(all), Object.keys(all).indexOf(wanted)];
  await reach(seat, new RegExp(`^(${names.join('|')})$`));
  const steps = to - names.indexOf(await focused(seat));
  for (let left = Math.abs(steps); left > 0; left -= 1) await seat.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  expect(await focused(seat)).toBe(all[wanted]);
}

/** Every seal says its number, its name and with which money it was bought. */
async function printSeals(seat: Seat): Promise<void> {
  await use(seat, exactly(words.seals));
  await see(seat, words.sealsOf);
  const [pdf] = await seat.filesOf(() => seat.press('Control+Enter'));
  await see(seat, /シールは 4枚です。/);
  const seals = execFileSync('pdftotext', ['-layout', pdf!, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
  for (const part of ['折りたたみ机', 'ワンタッチテント', 'プリンター', '見本地区コミュニティ協議会']) expect(seals, part).toContain(part);
  await seat.picture('equipment-5-seals');
  await nothingFound(seat, 'the seals of equipment');
  await use(seat, words.back);
  await see(seat, words.lead(4, '255,800'));
}

/** The tent comes back, late; nothing is overdue any more. */
async function giveBack(seat: Seat): Promise<void> {
  await reach(seat, /^折りたたみ机/);
  await seat.press('ArrowDown');
  await seat.press('Enter');
  await see(seat, words.oneLead('2'), words.overdue);
  await use(seat, new RegExp(`^${words.giveBackOf('城東自治会')} ?${words.giveBack}$`));
  await see(seat, words.giveBackTitle);
  await fill(seat, new RegExp(`^${words.returnedOn}`), '8/3/12');
  await use(seat, words.giveBackDo);
  await see(seat, words.returned('R8.3.12'));
  await seat.picture('equipment-6-back');
  await nothingFound(seat, 'equipment that came back');
  await use(seat, words.back);
  await see(seat, words.lead(4, '255,800'));
}
