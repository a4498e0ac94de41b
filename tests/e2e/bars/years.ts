// B05: two years are open at once, each with its own book. K06: a month that was reported is locked.

import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { closing as words } from '../../../ui/src/strings/ja/closing';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const LOCKED = 'その月は仮締めしてあります。';
const UNLOCK = '直すときは、「締め」のページで理由を書いて仮締めを外してください。';

/** B05: what is written in the one leaves the other as it is, both ways. */
export async function twoYearsOpen(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('5,829,906', '5,738,791'));
  await turnYear(seat, 'ArrowUp');
  await see(seat, app.otherYear('令和8年度'), accounts.lead('0', '0'), accounts.waitingDo);
  await seat.picture('years-1-next');
  await nothingFound(seat, 'the next year before anything is written in it');
  await use(seat, accounts.waitingDo);
  await see(seat, accounts.pursesLead('令和8年度', '4月1日'), accounts.before('49,295'));
  await seat.press('Control+Enter');
  await see(seat, accounts.emptyTitle);
  await expense(seat, '8/4/6', '総会の案内状', '3,300');
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('0', '3,300'), '45,995円');
  await seat.picture('years-2-both');

  await turnYear(seat, 'ArrowDown');
  await see(seat, accounts.lead('5,829,906', '5,738,791'), '186件', '49,295円');
  await expense(seat, '3/12', '封筒', '1,000');
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('5,829,906', '5,739,791'), '187件', '48,295円');
  await turnYear(seat, 'ArrowUp');
  await see(seat, accounts.lead('0', '3,300'), '総会の案内状');
}

/** K06: nothing is written in a locked month, a correction of it rests on today, and opening it takes a reason. */
export async function monthIsLocked(seat: Seat): Promise<void> {
  await openSample(seat);
  await lockFebruary(seat);
  await refused(seat);
  await correctedToday(seat);

  await goTo(seat, app.areas.accounts);
  await see(seat, '188件');
  await goTo(seat, accounts.tabs['accounts/closing']);
  await see(seat, new RegExp(`^2月\\s*${words.entries(22)}\\s*${words.locked}`, 'm'), new RegExp(`3月\\s*${words.entries(16)}`));
  await use(seat, exactly(words.unlock('2月')));
  await see(seat, words.unlockReason('2月'));
  await use(seat, exactly(words.unlockDo));
  await see(seat, /理由を[^\n]*ください/);
  await nothingFound(seat, 'a month opened again without a reason');
  await seat.picture('month-4-reason');
  await fill(seat, words.unlockReason('2月'), '領収書が出てきた');
  await use(seat, exactly(words.unlockDo));
  await see(seat, new RegExp(`^${words.lock('2月')}$`, 'm'));
  await goTo(seat, app.areas.accounts);
  await see(seat, '188件');
  await expense(seat, '2/10', '切手', '840');
}

async function lockFebruary(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, '186件');
  await goTo(seat, accounts.tabs['accounts/closing']);
  await see(seat, words.monthsLead);
  await use(seat, exactly(words.lock('2月')));
  await see(seat, new RegExp(`^${words.unlock('2月')}$`, 'm'), app.undo);
  await seat.picture('month-1-locked');
}

/** The sentence stands on the slip, and says what to do. */
async function refused(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, '186件');
  await slip(seat, '2/10', '切手', '840');
  await seat.press('Control+Enter');
  await see(seat, LOCKED, UNLOCK);
  await seat.picture('month-2-refused');
  await nothingFound(seat, 'a slip of a locked month');
  await fill(seat, accounts.on, '3/10');
  await fill(seat, accounts.description, '');
  await fill(seat, accounts.amount, '');
}

/** 赤黒: what is wrong in February is taken back and written anew on the day of the correction. */
async function correctedToday(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, '186件');
  await goTo(seat, accounts.tabs['accounts/receipts']);
  await see(seat, 'R8.2.16');
  await use(seat, exactly('見守りベスト'));
  await see(seat, accounts.entryTitle(accounts.kinds.expense), '29,221円');
  await use(seat, accounts.correct);
  await see(seat, /この記帳の月は締めてあるか、監査が済んでいます。[^\n]*令和8年3月14日の日付で加わります。/);
  await fill(seat, accounts.correctReason, '金額の書きまちがい');
  await fill(seat, new RegExp(`^${accounts.amount}`), '29,122');
  await seat.picture('month-3-correct');
  await nothingFound(seat, 'the correction of what stands in a locked month');
  await seat.press('Control+Enter');
  await see(seat, '29,122円', '金額の書きまちがい', /令和8年3月14日|R8\.3\.14/);
}

async function turnYear(seat: Seat, key: 'ArrowUp' | 'ArrowDown'): Promise<void> {
  await reach(seat, exactly(app.year));
  await seat.press(key);
}

async function expense(seat: Seat, on: string, description: string, amount: string): Promise<void> {
  await slip(seat, on, description, amount);
  await seat.press('Control+Enter');
  await see(seat, `「${description} ${amount}円」を記帳しました`);
}

async function slip(seat: Seat, on: string, description: string, amount: string): Promise<void> {
  await seat.press('Control+Enter');
  await see(seat, accounts.recordLeads.expense);
  await fill(seat, accounts.on, on);
  await fill(seat, accounts.description, description);
  await fill(seat, accounts.itemField, '通信運搬費');
  await fill(seat, accounts.amount, amount);
  await choose(seat, accounts.from, '現金');
}
