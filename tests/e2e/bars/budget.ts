// A line of the budget made of its parts, and the year seen as charts, by keys alone.

import { app } from '../../../ui/src/strings/ja/app';
import { breakdown } from '../../../ui/src/strings/ja/breakdown';
import { budget } from '../../../ui/src/strings/ja/budget';
import { charts } from '../../../ui/src/strings/ja/charts';
import { nothingFound } from '../desk/axe';
import { exactly, fill, reach, see, use, type Seat } from '../desk/seat';
import { openBooks } from '../journeys/sample';

/** B02: 単価 × 数量 × 回数 becomes the amount of the line; a wrong one is told at its field; the paper says the same. */
export async function lineFromParts(seat: Seat): Promise<void> {
  await openBooks(seat, 'accounts/budget');
  await see(seat, budget.notDecided, '467,000');
  await use(seat, new RegExp(`^会議費 ?${budget.partsOf}$`));
  await see(seat, breakdown.nowOf('467,000'));
  await fill(seat, new RegExp(`^${breakdown.words}`), '役員会のお茶');
  await fill(seat, new RegExp(`^${breakdown.unit}`), '百五十円くらい');
  await seat.press('Control+Enter');
  await see(seat, '百五十円くらい');
  await seat.picture('parts-1-wrong');
  await nothingFound(seat, 'a part that cannot be read');
  await fill(seat, new RegExp(`^${breakdown.unit}`), '１５０');
  await fill(seat, new RegExp(`^${breakdown.quantity}`), '20');
  await fill(seat, new RegExp(`^${breakdown.times}`), '12');
  await see(seat, breakdown.is('36,000'), breakdown.carried('36,000'));
  await seat.picture('parts-2-reckoned');
  await nothingFound(seat, 'the parts of a line');
  await seat.press('Control+Enter');
  await see(seat, '積算内訳を書きました', budget.notDecided, '36,000');
  await use(seat, app.undo);
  await see(seat, '467,000');
}

/** B01: budget against what came of it, and the balance of each month, with every figure beside. */
export async function yearAsCharts(seat: Seat): Promise<void> {
  await openBooks(seat, 'accounts/charts');
  await see(seat, charts.lead, charts.months, charts.sides.expense, '467,000円', charts.monthsUnit.many);
  await seat.picture('charts-1-page');
  await nothingFound(seat, 'the year as charts');
  await use(seat, charts.toPaper);
  await see(seat, '予算と決算の図・残高の推移');
}

/** B01: the year before stands beside this one; it is copied into the next, and what is changed there is marked. */
export async function nextYearFromThis(seat: Seat): Promise<void> {
  await openBooks(seat, 'accounts/budget');
  await see(seat, new RegExp(`${budget.previous}\\s*${budget.budget}`), '1,275,000');
  await seat.picture('next-1-before');
  await nothingFound(seat, 'the budget beside the one before');
  await reach(seat, exactly(app.year));
  await seat.press('ArrowUp');
  await see(seat, budget.emptyTitle, budget.copy('令和7年度'));
  await use(seat, budget.copy('令和7年度'));
  await see(seat, new RegExp(`${budget.previous}\\s*${budget.previousSettled}\\s*${budget.budget}`), /1,226,000\s*1,112,775\s*1,226,000/);
  await use(seat, budget.rewrite);
  await see(seat, budget.beforeBudget('467,000'), budget.beforeSettled('399,304'));
  await fill(seat, /^事務費 会議費$/, '48万');
  await seat.press('Control+Enter');
  await see(seat, budget.changedFrom('467,000'), /467,000\s*399,304\s*480,000/, app.undo);
  await seat.picture('next-2-changed');
  await nothingFound(seat, 'the next year with what was changed');
}
