// A general meeting from its notice to what it changed: 会則 looked up, the usual items and new 規約, the notice, 576 members at
// the door in three kinds, slips, a vote that is counted, the minutes, the sheet for everybody, the budget decided and that undone.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { bylaws } from '../../../ui/src/strings/ja/bylaws';
import { budget } from '../../../ui/src/strings/ja/budget';
import { saidOf } from '../../../ui/src/strings/ja/meeting-ways';
import { meetingRules as ruleWords } from '../../../ui/src/strings/ja/meeting-rules';
import { meetings as words } from '../../../ui/src/strings/ja/meetings';
import { parts } from '../../../ui/src/strings/ja/parts';
import { nothingFound } from '../desk/axe';
import { backTo, choose, exactly, fill, focused, goTo, reach, see, use, type Seat } from '../desk/seat';
import { openSample } from './sample';

const said = saidOf(false);

const NEW = '第1条　この会は、見本協議会という。';
const BYLAWS = '規約の改正（案）';
const BUDGET = '収支予算（案）';
const TITLE = '令和7年度　第12回定期総会';

export async function fromNoticeToMinutes(seat: Seat): Promise<void> {
  await openSample(seat);
  await lookUpRules(seat);
  await call(seat);
  await setAgenda(seat);
  const notice = await paper(seat, said.noticePaper);
  for (const part of ['第12回定期総会', '令和7年4月27日', '見本コミュニティセンター', '令和6年度事業報告', '令和7年度収支予算（案）', '規約の改正（案）']) expect(notice, part).toContain(part);
  await receive(seat);
  expect(await paper(seat, words.receptionPaper), 'a line for each of them').toMatch(/受付簿.*576/);
  await vote(seat);
  await readMinutes(seat);
  await takeEffect(seat);
}

/** 会則 of a council of households. */
async function lookUpRules(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.meetings);
  await see(seat, words.emptyTitle);
  await use(seat, exactly(words.rules));
  await see(seat, ruleWords.notOwn);
  // The unit that is chosen is where the keyboard enters; households stand first.
  const units = Object.values(words.units);
  await reach(seat, new RegExp(`^(${units.join('|')})$`));
  for (let tries = 0; tries < units.length && (await focused(seat)) !== words.units.household; tries += 1) await seat.press('ArrowUp');
  expect(await focused(seat)).toBe(words.units.household);
  await seat.press('Control+Enter');
  await see(seat, ruleWords.isOwn);
  await seat.picture('general-1-rules');
  await nothingFound(seat, 'rules of meetings');
}

async function call(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.meetings);
  await use(seat, exactly(words.add));
  await see(seat, words.newLead);
  await fill(seat, exactly(words.number), '12');
  await fill(seat, exactly(said.held), 'R7.4.27');
  await fill(seat, exactly(words.begins), '14:00');
  await fill(seat, exactly(words.place), '見本コミュニティセンター');
  await fill(seat, exactly(words.notice), 'R7.4.13');
  await fill(seat, exactly(words.chair), '見本　議長');
  await fill(seat, exactly(words.signers), '署名　一郎');
  await seat.press('Control+Enter');
  await see(seat, TITLE, words.noItems);
}

/** The usual items, new 規約 before the last of them. */
async function setAgenda(seat: Seat): Promise<void> {
  await use(seat, exactly(words.usual));
  await see(seat, '第1号議案', '第5号議案');
  await choose(seat, words.matter, words.matters.bylaws);
  await fill(seat, exactly(words.itemTitle), BYLAWS);
  await use(seat, exactly(words.addIt));
  await see(seat, `第6号議案　${BYLAWS}`);
  await use(seat, exactly(parts.upOf(BYLAWS)));
  await see(seat, `第5号議案　${BYLAWS}`, new RegExp(`第6号議案　.*${BUDGET}`));
  await seat.picture('general-2-agenda');
  await nothingFound(seat, 'an agenda with the usual items');
  await use(seat, words.resultOf(BYLAWS));
  await see(seat, words.itemEdit);
  await fill(seat, exactly(words.oldText), '第1条　この会は、見本会という。');
  await fill(seat, exactly(words.newText), NEW);
  await use(seat, exactly(words.saveItem));
  await see(seat, app.undo);
  await use(seat, exactly(words.toMeeting));
  await see(seat, words.agenda);
}

/** 51 come, 334 sent a proxy, 12 their votes. */
async function receive(seat: Seat): Promise<void> {
  await seat.press('Control+Enter');
  await see(seat, words.rollLead);
  await fill(seat, words.rollCount, '576');
  await use(seat, exactly(words.makeRoll));
  await see(seat, words.shown(60, 576));
  await pile(seat, '52-385', 0);
  await see(seat, /番号 52〜385 を「委任」にしました/);
  await pile(seat, '386-397', 1);
  await see(seat, /番号 386〜397 を「書面」にしました/);
  await pile(seat, '1-51', 2);
  await see(seat, words.met, /本人の出席51世帯、委任状334通、.*12.*合わせて397世帯/);
  await seat.picture('general-3-quorum');
  await slips(seat, '386-394', words.votes.yes);
  await slips(seat, '395、396', words.votes.no);
  await seat.picture('general-4-slips');
  await nothingFound(seat, 'the door with slips');
  await fill(seat, exactly(words.chairNumber), '1');
  await use(seat, exactly(words.setSeats));
  await see(seat, /議長/);
  await use(seat, exactly(words.toMeeting));
  await see(seat, words.agenda);
}

/** A pile of slips whose kind stands so many places after the kind of the pile before. */
async function pile(seat: Seat, numbers: string, steps: number): Promise<void> {
  if (steps > 0) {
    await backTo(seat, Object.values(words.standings));
    for (let step = 0; step < steps; step += 1) await seat.press('ArrowDown');
  }
  await fill(seat, exactly(words.numbers), numbers);
  await use(seat, exactly(words.mark));
  await readyForNext(seat, numbers);
}

/** A pile is written: the field is empty, and has the keyboard. */
async function readyForNext(seat: Seat, numbers: string): Promise<void> {
  const isReady = () => document.activeElement instanceof HTMLInputElement && document.activeElement.value === '';
  await expect.poll(() => seat.ask(isReady), { message: `${numbers} are written` }).toBe(true);
}

/** Slips that agree with everything but, where it is said, with the budget, the last item. */
async function slips(seat: Seat, numbers: string, ofBudget: string): Promise<void> {
  if (ofBudget !== words.votes.yes) {
    await backTo(seat, [words.votes.yes]);
    await seat.press('ArrowDown');
    expect(await focused(seat)).toBe(ofBudget);
  }
  // Of two fields of numbers it is the one below the marks.
  await reach(seat, exactly(ofBudget));
  while ((await focused(seat)) !== words.numbers) await seat.press('Tab');
  await fill(seat, exactly(words.numbers), numbers);
  await use(seat, exactly(words.writeSlips));
  await readyForNext(seat, numbers);
}

/** Everything is agreed by applause, the budget counted by hands. */
async function vote(seat: Seat): Promise<void> {
  const items = await seat.ask(() => [...document.querySelectorAll('main ol a')].map((link) => link.getAttribute('aria-label') ?? ''));
  const motions = items.filter((name) => name.includes('号議案'));
  expect(motions).toHaveLength(6);
  for (const item of motions) {
    await use(seat, item);
    await see(seat, words.voting);
    await reach(seat, exactly(words.methods.no_objection));
    await seat.press('ArrowDown');
    if (item.includes(BUDGET)) await see(seat, words.subjectYear);
    if (item.includes(BUDGET)) await count(seat);
    await use(seat, exactly(words.record));
    await see(seat, /原案のとおり(承認|可決)されました。/);
    if (item.includes(BUDGET)) await seeCounted(seat);
    await use(seat, exactly(words.toMeeting));
    await see(seat, words.agenda);
  }
}

async function count(seat: Seat): Promise<void> {
  await seat.press('ArrowDown');
  await reach(seat, words.unanimousText);
  await seat.press('Space');
  const splits: [string, string][] = [['45', '330'], ['3', '0'], ['2', '4']];
  const fields = Object.values(words.votes);
  for (const way of [0, 1]) for (const [nth, field] of fields.entries()) await fill(seat, exactly(field), splits[nth]?.[way] ?? '');
}

async function seeCounted(seat: Seat): Promise<void> {
  await see(seat, '挙手により採決し、賛成384（出席者45、委任状330、書面9）、反対5、棄権7で、', '過半数（199）に達したので、原案のとおり可決されました。');
  await seat.picture('general-5-counted');
  await nothingFound(seat, 'a vote that was counted');
}

async function readMinutes(seat: Seat): Promise<void> {
  const minutes = await paper(seat, words.minutes);
  for (const part of ['委任状334通', '賛成384（出席者45、委任状330、書面9）、反対5、棄権7', BYLAWS, '署名一郎']) expect(minutes, part).toContain(part);
  const report = await paper(seat, words.report);
  for (const part of ['第12回定期総会', '可決', BYLAWS]) expect(report, part).toContain(part);
}

/** The words of a paper of this meeting. */
async function paper(seat: Seat, title: string): Promise<string> {
  const [pdf] = await seat.filesOf(() => use(seat, words.asPdf(title)));
  return execFileSync('pdftotext', ['-layout', pdf!, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
}

/** M07: the budget is the decided one and the new 規約 are the text, and one step back they are not. */
async function takeEffect(seat: Seat): Promise<void> {
  await see(seat, words.effectLead);
  await seat.picture('general-6-decided');
  await use(seat, exactly(words.effect));
  await see(seat, words.inEffect);
  await seat.picture('general-7-in-effect');
  await toBylaws(seat);
  await see(seat, bylaws.states.now, bylaws.since('令和7年4月27日', ''), NEW);
  await seat.picture('general-8-bylaws');
  await goTo(seat, app.areas.accounts);
  await goTo(seat, accounts.tabs['accounts/budget']);
  await see(seat, budget.decided('令和7年4月27日', TITLE));
  await seat.picture('general-9-budget');
  await use(seat, exactly(app.undo));
  await see(seat, budget.notDecided);
  await toBylaws(seat);
  await see(seat, bylaws.emptyTitle);
}

async function toBylaws(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.meetings);
  await see(seat, words.lead(1));
  await use(seat, exactly(words.bylaws));
  await see(seat, bylaws.title);
}
