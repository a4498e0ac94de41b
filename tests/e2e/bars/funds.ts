// B05: a reserve is set up, planned, filled and drawn on, and 特別会計 keeps its own book; all of it stands on one paper.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { funds as words } from '../../../ui/src/strings/ja/funds';
import { items } from '../../../ui/src/strings/ja/items';
import { nothingFound } from '../desk/axe';
import { putOut } from '../desk/paper';
import { choose, exactly, fill, focused, goTo, reach, type Seat, see, shownText, use } from '../desk/seat';
import { beginSlip } from '../desk/slip';
import { openBooks } from '../journeys/sample';

const RESERVE = '五十周年積立金';
const SPECIAL = 'バス運行会計';

export async function reserveIsPlanned(seat: Seat): Promise<void> {
  await openBooks(seat);
  await planned(seat);
  await addPurse(seat, '積立の通帳', '30万', RESERVE);
  await addPurse(seat, 'バスの金庫', '10万', SPECIAL);
  await addItem(seat, null, '繰出金', items.sides.expense);
  await addItem(seat, RESERVE, '記念事業費', items.sides.expense);
  await addItem(seat, RESERVE, '一般会計繰入金', items.sides.income);
  await addItem(seat, SPECIAL, 'バス運賃収入', items.sides.income);
  await moved(seat);
  await paidAndReceived(seat);
  await besideThePlan(seat);
  await onPaper(seat);
}

/** Two 会計 of their own, the one with a plan for two years. */
async function planned(seat: Seat): Promise<void> {
  await goTo(seat, accounts.tabs['accounts/funds']);
  await see(seat, words.add, '787,789');
  await fill(seat, words.nameField, RESERVE);
  await reach(seat, exactly(words.kinds.special));
  await seat.press('ArrowDown');
  await fill(seat, words.purpose, '五十周年の記念事業');
  await fill(seat, words.target, '50万');
  await choose(seat, words.until, '令和12年度');
  await nothingFound(seat, 'a reserve as it is written');
  await seat.picture('funds-1-new');
  await use(seat, exactly(words.addDo));
  await see(seat, app.undo, /五十周年積立金[^\n]*を書きました/);
  await goTo(seat, accounts.tabs['accounts/funds']);
  await fill(seat, words.nameField, SPECIAL);
  await use(seat, exactly(words.addDo));
  await see(seat, /バス運行会計[^\n]*を書きました/);

  await openFund(seat, RESERVE);
  await see(seat, words.plan, words.noPlan);
  for (const year of ['令和7年度', '令和8年度']) {
    await choose(seat, words.planYear, year);
    await fill(seat, words.planAmount, '10万');
    await use(seat, exactly(words.planDo));
    await see(seat, new RegExp(`${year}\\s*100,000`));
  }
  await see(seat, '200,000');
  await seat.picture('funds-2-plan');
  await nothingFound(seat, 'the plan of a reserve');
}

/** From the list, where 一般会計 stands first. */
async function openFund(seat: Seat, name: string): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.tabs['accounts/budget']);
  await goTo(seat, accounts.tabs['accounts/funds']);
  await see(seat, words.add, name);
  await reach(seat, /^一般会計/);
  for (let below = 0; below < 3 && !(await focused(seat)).startsWith(name); below += 1) await seat.press('ArrowDown');
  expect(await focused(seat)).toContain(name);
  await seat.press('Enter');
  await see(seat, words.items, words.budget);
}

async function addPurse(seat: Seat, name: string, opening: string, fund: string): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, '186件');
  await goTo(seat, accounts.tabs['accounts/purses']);
  await see(seat, accounts.addPurse);
  await fill(seat, new RegExp(`^${accounts.purseName}`), name);
  await fill(seat, exactly(accounts.openingField), opening);
  await choose(seat, exactly(accounts.fund), fund);
  await seat.press('Control+Enter');
  await see(seat, '186件', name);
}

async function addItem(seat: Seat, fund: string | null, name: string, side: string): Promise<void> {
  if (fund !== null) {
    await openFund(seat, fund);
    await use(seat, words.items);
  } else {
    await goTo(seat, accounts.tabs['accounts/items']);
  }
  await see(seat, items.addItem, fund ?? items.sideTitles.expense);
  await reach(seat, exactly(items.sides.expense));
  if (side === items.sides.income) await seat.press('ArrowDown');
  await fill(seat, items.levels.kan, name);
  await use(seat, exactly(items.addItemDo));
  await see(seat, new RegExp(`${name}[^]*${items.addItem}`));
}

/** 50,000 yen go over: an expense of the one and an income of the other, and neither of all together. */
async function moved(seat: Seat): Promise<void> {
  await beginSlip(seat, 'transfer');
  await fill(seat, accounts.on, '8/3/2');
  await fill(seat, accounts.description, '積立て');
  await fill(seat, accounts.amount, '5万');
  await choose(seat, accounts.from, '普通預金');
  await choose(seat, accounts.to, '積立の通帳');
  await fill(seat, accounts.outItem, '繰出金');
  await fill(seat, accounts.inItem, '一般会計繰入金');
  await see(seat, accounts.after, '350,000円');
  expect(await shownText(seat), 'what moves between the council\'s own books is judged by no city').not.toContain('対象外に当たる言葉');
  await seat.picture('funds-3-transfer');
  await nothingFound(seat, 'money that goes into a reserve');
  await seat.press('Control+Enter');
  await see(seat, '「積立て 50,000円」を記帳しました');
}

async function paidAndReceived(seat: Seat): Promise<void> {
  await beginSlip(seat, 'expense');
  await fill(seat, accounts.on, '8/3/5');
  await fill(seat, accounts.description, '記念誌の見積り');
  await fill(seat, accounts.itemField, '記念事業費');
  await fill(seat, accounts.amount, '8千');
  await choose(seat, accounts.from, '積立の通帳');
  await seat.press('Control+Enter');
  await see(seat, '「記念誌の見積り 8,000円」を記帳しました');
  await beginSlip(seat, 'income');
  await fill(seat, accounts.on, '8/3/6');
  await fill(seat, accounts.description, 'バスの運賃');
  await fill(seat, accounts.itemField, 'バス運賃収入');
  await fill(seat, accounts.amount, '1万2千');
  await choose(seat, accounts.into, 'バスの金庫');
  await seat.press('Control+Enter');
  await see(seat, '「バスの運賃 12,000円」を記帳しました');
}

async function besideThePlan(seat: Seat): Promise<void> {
  await openFund(seat, RESERVE);
  await see(seat, /令和7年度\s+100,000\s+50,000\s+8,000\s+400,000\s+342,000\s+[−△▲-]58,000/);
  await seat.picture('funds-4-actual');
  await nothingFound(seat, 'a reserve beside its plan');
  await openFund(seat, SPECIAL);
  await see(seat, new RegExp(`${words.opening}\\s*100,000円`), new RegExp(`${words.income}\\s*12,000円`), new RegExp(`${words.closing}\\s*112,000円`));
}

async function onPaper(seat: Seat): Promise<void> {
  await seat.press('Control+Enter');
  const paper = await putOut(seat);
  expect(paper).toMatch(/一般会計\s+696,674\s+5,829,906\s+0?\s*5,738,791\s+50,000\s+737,789/);
  expect(paper).toMatch(/五十周年積立金\s+300,000\s+0?\s*50,000\s+8,000\s+0?\s*342,000/);
  expect(paper).toMatch(/バス運行会計\s+100,000\s+12,000\s+0?\s+0?\s+0?\s*112,000/);
  for (const sum of ['合計', '帳簿との照合']) expect(paper).toMatch(new RegExp(`${sum}\\s+1,096,674\\s+5,841,906[^\\n]*5,746,791[^\\n]*1,191,789`));
  for (const words of ['五十周年積立金（積立金）', '一般会計繰入金', '△58,000', 'バス運行会計（特別会計）', 'バス運賃収入']) expect(paper).toContain(words);
}
