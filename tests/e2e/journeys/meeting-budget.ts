// (r) The same by way of the meeting itself: 補正 drafted, an item of 臨時総会, passed, written into the budget, taken back once, and
// on paper with the name of the meeting.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { budget } from '../../../ui/src/strings/ja/budget';
import { saidOf } from '../../../ui/src/strings/ja/meeting-ways';
import { meetings as words } from '../../../ui/src/strings/ja/meetings';
import { nothingFound } from '../desk/axe';
import { printed } from '../desk/paper';
import { choose, exactly, fill, goTo, reach, type Seat, see, use } from '../desk/seat';
import { VERSIONS, besideEachOther, decideInitial, draftRevision } from './revise-budget';

const said = saidOf(false);

export const REASON = '広報紙の部数がふえたため';
export const DECIDED = budget.decidedOf('令和8年3月8日', '令和7年度　臨時総会');

export async function meetingDecidesBudget(seat: Seat): Promise<void> {
  await decideInitial(seat);
  await draftRevision(seat, 1, REASON, { less: '△5千', more: '5千' });
  await called(seat);
  await putForward(seat);
  await passed(seat);

  await use(seat, exactly(words.effect));
  await see(seat, words.inEffect);
  await seat.picture('meeting-budget-3-effect');
  await nothingFound(seat, 'a meeting whose decision was written into the budget');
  await toBudget(seat);
  await see(seat, DECIDED, budget.revision(1));
  await use(seat, app.undo);
  await see(seat, budget.draft(1), budget.isDraft);
  await seat.picture('meeting-budget-4-undone');
  await goTo(seat, app.areas.meetings);
  await openMeeting(seat);
  await use(seat, exactly(words.effect));
  await see(seat, words.inEffect);

  const paper = await printed(seat, VERSIONS);
  expect(paper).toMatch(/第1次補正予算\s+令和8年3月8日\s*令和7年度\s*臨時総会で決定\s+広報紙の部数がふえたため/);
  expect([besideEachOther(paper, '消耗品費')[1], besideEachOther(paper, '広報紙発行事業')[1]]).toEqual([-5000, 5000]);
}

/** 臨時総会 with twenty of thirty at the door. */
export async function called(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.meetings);
  await see(seat, words.emptyTitle);
  await use(seat, exactly(words.add));
  await see(seat, words.newLead);
  await reach(seat, exactly(words.kinds.ordinary));
  await seat.press('ArrowDown');
  await fill(seat, said.held, 'R8.3.8');
  await fill(seat, words.begins, '19:00');
  await fill(seat, words.place, '見本コミュニティセンター');
  await fill(seat, words.chair, '見本　議長');
  await seat.press('Control+Enter');
  await see(seat, said.noRoll, words.noItems);
  await seat.press('Control+Enter');
  await see(seat, words.rollLead);
  await fill(seat, words.rollCount, '30');
  await use(seat, exactly(words.makeRoll));
  await see(seat, words.shown(30, 30));
  await reach(seat, exactly(words.standings.proxy));
  for (let step = 0; step < 3; step += 1) await seat.press('ArrowDown');
  await fill(seat, exactly(words.numbers), '1-20');
  await use(seat, exactly(words.mark));
  await see(seat, words.met);
  await use(seat, exactly(words.toMeeting));
  await see(seat, words.agenda);
}

/** The draft becomes an item of the meeting. */
export async function putForward(seat: Seat): Promise<void> {
  await choose(seat, exactly(words.matter), words.matters.revision);
  await use(seat, exactly(words.addIt));
  await use(seat, new RegExp(`^第1号議案.*${words.resultOf('')}$`));
  await see(seat, words.itemEdit, words.subjectRevision);
  await choose(seat, words.subjectRevision, words.revisionOf(1, REASON));
  await seat.picture('meeting-budget-1-item');
  await use(seat, exactly(words.saveItem));
  await see(seat, app.undo, words.drawn);
  await nothingFound(seat, 'a revision as an item of a meeting');
}

/** Those present applaud, and what they decided is told. */
export async function passed(seat: Seat, told = '原案のとおり可決されました。'): Promise<void> {
  await reach(seat, exactly(words.methods.no_objection));
  await seat.press('ArrowDown');
  await use(seat, exactly(words.record));
  await see(seat, told);
  await use(seat, exactly(words.toMeeting));
  await see(seat, words.effectLead);
  await seat.picture('meeting-budget-2-passed');
}

export async function toBudget(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.tabs['accounts/budget']);
  await goTo(seat, accounts.tabs['accounts/budget']);
  await see(seat, budget.revisions);
}

/** The only one of the year. */
async function openMeeting(seat: Seat): Promise<void> {
  await see(seat, words.lead(1));
  await use(seat, /^3月8日/);
  await see(seat, words.agenda, words.effectLead);
}
