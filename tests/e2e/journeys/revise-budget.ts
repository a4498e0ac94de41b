// (i) Meetings change the budget twice: each 補正 is drafted, seen beside what was before, decided with its date and its name,
// and all of them stand side by side on paper, the first as it was.

import { expect } from '@playwright/test';
import { budget } from '../../../ui/src/strings/ja/budget';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { nothingFound } from '../desk/axe';
import { printed } from '../desk/paper';
import { exactly, fill, goTo, see, use, type Seat } from '../desk/seat';
import { openSample } from './sample';

export const VERSIONS = '補正予算書（当初・補正の対照）';

export async function reviseBudget(seat: Seat): Promise<void> {
  await decideInitial(seat);
  await draftRevision(seat, 1, '広報紙の部数がふえたため', { less: '△5千', more: '5千' });
  await see(seat, '△5,000');
  await seat.picture('revision-2-beside');
  await nothingFound(seat, 'the budget with a draft beside it');
  await decide(seat, '7/12/1', '臨時総会');
  await see(seat, budget.decidedOf('令和7年12月1日', '臨時総会'), budget.revision(1), budget.inForce);
  await seat.picture('revision-3-decided');

  await draftRevision(seat, 2, '用紙の値上がり', { less: '3千', more: '△2千' });
  await decide(seat, '8/2/15', '役員会');
  await see(seat, budget.decidedOf('令和8年2月15日', '役員会'), budget.revision(2), '△5,000', '△2,000');
  await seat.picture('revision-4-twice');
  await nothingFound(seat, 'a budget that was revised twice');
  const paper = await printed(seat, VERSIONS);
  for (const decision of [/当初予算\s+令和7年4月20日\s*定期総会で決定/, /第1次補正予算\s+令和7年12月1日\s*臨時総会で決定\s+広報紙の部数がふえたため/, /第2次補正予算\s+令和8年2月15日\s*役員会で決定\s+用紙の値上がり/]) expect(paper).toMatch(decision);
  expect(besideEachOther(paper, '消耗品費').slice(1, 3)).toEqual([-5000, 3000]);
  expect(besideEachOther(paper, '広報紙発行事業').slice(1, 3)).toEqual([5000, -2000]);
  for (const item of ['消耗品費', '広報紙発行事業', '支出合計']) {
    const [first, one, two, ...rest] = besideEachOther(paper, item);
    expect(rest.at(-1), item).toBe(first! + one! + two! + rest.slice(0, -1).reduce((sum, moved) => sum + moved, 0));
  }
}

/** The amounts of a line from left to right: 当初, each 補正, 流用, 現額. */
export function besideEachOther(paper: string, item: string): number[] {
  const line = paper.split('\n').find((one) => new RegExp(`(^|\\s)${item}\\s`).test(one)) ?? '';
  const shown = line.slice(line.indexOf(item) + item.length).match(/[△−-]?[\d,]+/g) ?? [];
  return shown.map((amount) => Number(amount.replace(/[△−-]/, '-').replaceAll(',', '')));
}

/** The budget of the specimen, decided in April. */
export async function decideInitial(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.accounts);
  await goTo(seat, accounts.tabs['accounts/budget']);
  await see(seat, budget.notDecided);
  await use(seat, budget.decide);
  await fill(seat, budget.decideOn, '7/4/20');
  await fill(seat, budget.decideBy, '定期総会');
  await use(seat, budget.decideDo);
  await see(seat, budget.decided('令和7年4月20日', '定期総会'));
}

/** What 消耗品費 and 広報紙 get more or less, as a draft. */
export async function draftRevision(seat: Seat, number: number, reason: string, { less, more }: { less: string; more: string }): Promise<void> {
  await seat.press('Control+Enter');
  await see(seat, budget.revisionTitle);
  await fill(seat, budget.reason, reason);
  await fill(seat, '消耗品費', less);
  await fill(seat, '広報紙発行事業', more);
  if (number === 1) {
    await nothingFound(seat, 'the draft of a revision');
    await seat.picture('revision-1-draft');
  }
  await seat.press('Control+Enter');
  await see(seat, budget.draft(number), budget.isDraft);
}

async function decide(seat: Seat, on: string, by: string): Promise<void> {
  await use(seat, exactly(budget.decideRevision));
  await fill(seat, budget.decideOn, on);
  await fill(seat, budget.decideBy, by);
  await use(seat, budget.decideDo);
}
