// (q) A plan from its aim to the progress sheet: the period, an aim with a measure, an indicator with a value that is first typed
// wrong, an action whose year is reviewed, and the paper.

import { app } from '../../../ui/src/strings/ja/app';
import { activities } from '../../../ui/src/strings/ja/activities';
import { communityPlan as words } from '../../../ui/src/strings/ja/community-plan';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, goTo, see, use, type Seat } from '../desk/seat';
import { firstStart } from './first-start';

const AIM = '安全なまち';
const MEASURE = '災害に備える';
const ACTION = '防災訓練をつづける';
const INDICATOR = '訓練に来た人';

export async function planToProgress(seat: Seat): Promise<void> {
  await firstStart(seat);
  await goTo(seat, app.areas.activities);
  await use(seat, exactly(activities.tabs.plan));
  await see(seat, words.emptyTitle);
  await use(seat, exactly(words.begin));
  await see(seat, words.termsLead);
  await fill(seat, exactly(words.name), '緑町まちづくり計画');
  await fill(seat, exactly(words.firstYear), 'R9');
  await fill(seat, exactly(words.lastYear), 'R5');
  await seat.press('Control+Enter');
  await see(seat, '終わりの年度が、始まりの年度より前');
  await fill(seat, exactly(words.lastYear), 'R9');
  await fill(seat, exactly(words.firstYear), '令和5年度');
  await seat.press('Control+Enter');
  await see(seat, words.noAimsTitle);

  await use(seat, exactly(words.addAim));
  await see(seat, words.headingHint);
  await fill(seat, exactly(words.headingName), AIM);
  await seat.press('Control+Enter');
  await see(seat, words.aim(AIM));
  await use(seat, words.addTo(AIM, words.addMeasure));
  await see(seat, words.newMeasureLead(AIM));
  await fill(seat, exactly(words.headingName), MEASURE);
  await seat.press('Control+Enter');
  await see(seat, words.measure(MEASURE));

  await measure(seat);
  await act(seat);
  await seat.picture('plan-1-overview');
  await nothingFound(seat, 'a plan with an aim');

  await use(seat, exactly(words.progress));
  await see(seat, INDICATOR, '90.0');
  await seat.picture('plan-2-progress');
}

/** 指標: what is no number is told at its field, and nothing that was typed is lost. */
async function measure(seat: Seat): Promise<void> {
  await use(seat, words.addTo(AIM, words.addIndicator));
  await see(seat, words.indicatorLead);
  await fill(seat, exactly(words.indicatorName), INDICATOR);
  await fill(seat, exactly(words.unit), '人');
  await fill(seat, exactly(words.baseYear), '令和4年度');
  await fill(seat, words.ofYear('令和7年度', words.targetValue), 'たくさん');
  await seat.press('Control+Enter');
  await see(seat, '基準値が入っていません');
  await fill(seat, exactly(words.baseValue), '８０');
  await seat.press('Control+Enter');
  await see(seat, '「たくさん」は数として読めません');
  await fill(seat, words.ofYear('令和7年度', words.targetValue), '100人');
  await fill(seat, words.ofYear('令和7年度', words.actualValue), '90');
  await seat.press('Control+Enter');
  await see(seat, words.attained('90.0'), words.notReached);
}

/** 取組: written below its 施策, and its year reviewed. */
async function act(seat: Seat): Promise<void> {
  await use(seat, words.addTo(MEASURE, words.addAction));
  await see(seat, words.organisationHint);
  await fill(seat, exactly(words.actionName), ACTION);
  await fill(seat, exactly(words.organisation), '防災部会');
  await fill(seat, exactly(words.firstYear), '令和5年度');
  await seat.press('Control+Enter');
  await see(seat, ACTION, words.noGoal);
  await use(seat, exactly(ACTION));
  await see(seat, words.goalHint);
  await fill(seat, exactly(words.goal), 'すべての自治会が参加する');
  await fill(seat, exactly(words.result), '9自治会が参加した');
  await choose(seat, exactly(words.review), words.reviews.improve);
  await seat.press('Control+Enter');
  await see(seat, words.target('すべての自治会が参加する'), words.percent('100.0'));
}
