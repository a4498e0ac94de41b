// (i) A meeting changes the budget: 補正 drafted, seen beside the first budget, and decided with its date and its name.

import { budget } from '../../../ui/src/strings/ja/budget';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { nothingFound } from '../desk/axe';
import { fill, goTo, reach, type Seat, see, use } from '../desk/seat';
import { openSample } from './sample';

export async function reviseBudget(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.accounts);
  await goTo(seat, accounts.tabs['accounts/budget']);
  await see(seat, budget.notDecided);
  await use(seat, budget.decide);
  await fill(seat, budget.decideOn, '7/4/20');
  await fill(seat, budget.decideBy, '定期総会');
  await use(seat, budget.decideDo);
  await see(seat, budget.decided('令和7年4月20日', '定期総会'));

  await seat.press('Control+Enter');
  await see(seat, budget.revisionTitle);
  await fill(seat, budget.reason, '広報紙の部数がふえたため');
  await fill(seat, '消耗品費', '△5千');
  await fill(seat, '広報紙発行事業', '5千');
  await nothingFound(seat, 'the draft of a revision');
  await seat.picture('revision-1-draft');
  await seat.press('Control+Enter');

  await see(seat, budget.draft(1), '△5,000', budget.isDraft);
  await seat.picture('revision-2-beside');
  await nothingFound(seat, 'the budget with a draft beside it');
  await reach(seat, budget.decideRevision);
  await seat.press('Enter');
  await fill(seat, budget.decideOn, '7/12/1');
  await fill(seat, budget.decideBy, '臨時総会');
  await use(seat, budget.decideDo);
  await see(seat, budget.decidedOf('令和7年12月1日', '臨時総会'), budget.revision(1), budget.inForce);
  await seat.picture('revision-3-decided');
}
