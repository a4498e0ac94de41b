// M07: one meeting decides a 補正 and elects: the budget changes, who is elected stands in the list of officers from the first day of
// the term, and one undo takes both back.

import { app } from '../../../ui/src/strings/ja/app';
import { budget } from '../../../ui/src/strings/ja/budget';
import { meetings as words } from '../../../ui/src/strings/ja/meetings';
import { officers } from '../../../ui/src/strings/ja/officers';
import { roster } from '../../../ui/src/strings/ja/roster';
import { nothingFound } from '../desk/axe';
import { backTo, choose, exactly, fill, goTo, reach, see, type Seat, use } from '../desk/seat';
import { called, DECIDED, passed, putForward, REASON, toBudget } from '../journeys/meeting-budget';
import { decideInitial, draftRevision } from '../journeys/revise-budget';

const [BEFORE, AFTER] = ['佐々木　幸子', '穴吹　和夫'];

export async function electionTakesEffect(seat: Seat): Promise<void> {
  await decideInitial(seat);
  await draftRevision(seat, 1, REASON, { less: '△5千', more: '5千' });
  await called(seat);
  await putForward(seat);
  await passed(seat);
  await elect(seat);
  await passed(seat, '結果を書きました（可決）');
  await use(seat, exactly(words.effect));
  await see(seat, words.inEffect);
  await asksTheCity(seat);

  await treasurerOn(seat, 'R8.3.31', '令和8年3月31日', BEFORE);
  await treasurerOn(seat, 'R8.4.1', '令和8年4月1日', AFTER);
  await seat.picture('election-2-elected');
  await toBudget(seat);
  await see(seat, DECIDED, budget.revision(1));
  await use(seat, app.undo);
  await see(seat, budget.draft(1), budget.isDraft);
  await treasurerOn(seat, 'R8.4.1', '令和8年4月1日', BEFORE);
}

/** What the 補正 changes of the grant may need the city's approval: the paper is one press away. */
async function asksTheCity(seat: Seat): Promise<void> {
  await see(seat, words.grantChanges, words.grantChangesLead);
  await seat.picture('election-2-asks-the-city');
  await use(seat, new RegExp(`${words.toGrantChange('')}$`));
  await see(seat, /変更（中止・廃止）承認申請書/);
  await seat.picture('election-2-grant-change');
}

/** The treasurer is to be somebody else from April, in the middle of the term. */
async function elect(seat: Seat): Promise<void> {
  await choose(seat, exactly(words.matter), words.matters.officers);
  await use(seat, exactly(words.addIt));
  await use(seat, new RegExp(`^第2号議案.*${words.resultOf('')}$`));
  await see(seat, words.itemEdit, words.candidatesFirst, words.noCandidates);
  await fill(seat, new RegExp(`^${words.from}`), 'R8.4.1');
  await fill(seat, new RegExp(`^${words.to}`), 'R10.3.31');
  await use(seat, exactly(words.saveItem));
  await see(seat, words.candidatesLead, words.noneEnding('令和8年4月1日'));
  await reach(seat, words.midTermText);
  await seat.press('Space');
  await see(seat, words.officeNow(BEFORE));
  await backTo(seat, ['会計'], 60);
  await seat.type('あなぶき　かず');
  await see(seat, AFTER);
  await seat.press('ArrowDown');
  await seat.press('Enter');
  await seat.picture('election-1-candidates');
  await nothingFound(seat, 'candidates of an election');
  await use(seat, exactly(words.saveCandidates));
  await see(seat, words.chosen(1));
  await anotherSeat(seat);
}

/** An office that nobody has held yet is added, and whoever is to hold it. */
async function anotherSeat(seat: Seat): Promise<void> {
  await use(seat, exactly(words.addOffice));
  await use(seat, exactly(words.addThisOffice));
  await see(seat, words.officeMissing);
  await fill(seat, exactly(words.officeTitle), '見守り隊長');
  await use(seat, exactly(words.addThisOffice));
  await see(seat, words.officeAdded);
  await backTo(seat, ['見守り隊長'], 60);
  await seat.type('あなぶき　かず');
  await see(seat, AFTER);
  await seat.press('ArrowDown');
  await seat.press('Enter');
  await use(seat, exactly(words.saveCandidates));
  await see(seat, words.chosen(2));
  await seat.picture('election-1-another-seat');
}

async function treasurerOn(seat: Seat, typed: string, shown: string, name: string): Promise<void> {
  await goTo(seat, app.areas.roster);
  await use(seat, exactly(roster.tabs['roster/officers']));
  await fill(seat, officers.on, typed);
  await seat.press('Enter');
  await see(seat, shown, new RegExp(`会計[\\s\\S]{0,40}${name}`));
}
