// B07, B08, B12: the same desk by the rules of other cities: who pays first, what was bought too early, what becomes of the rest, and
// the earlier of two days.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { closing } from '../../../ui/src/strings/ja/closing';
import { grants as words } from '../../../ui/src/strings/ja/grants';
import { nothingFound } from '../desk/axe';
import { workIn } from '../desk/office';
import { choose, exactly, fill, goTo, reach, see, use, type Seat } from '../desk/seat';
import { beginSlip, receiveGrant } from '../desk/slip';

const [LAST, FIRST] = ['地区会交付金', '防犯灯補助金'];

/** 松戸市: the others first. 刈谷市: nothing that was paid before the award. */
export async function othersFirstAndNotTooEarly(seat: Seat): Promise<void> {
  await workIn(seat, 'matsudo');
  await decide(seat, { name: FIRST, amount: '25万', on: '7/4/21' });
  await decide(seat, { name: LAST, amount: '50万', on: '7/4/21' });
  await slip(seat, LAST, '43万', '8/1/10');
  await see(seat, `「${LAST}」は、ほかの補助金を先に使う決まりです。「${FIRST}」がまだ 250,000円 残っています。`);
  await seat.picture('cities-1-others-first');
  await nothingFound(seat, 'a grant that comes after the others');
  await record(seat);
  const unused = `「${LAST}」は、ほかの補助金を先に使う決まりですが、「${FIRST}」がまだ 250,000円 残っています。`;
  await goTo(seat, app.areas.accounts);
  await goTo(seat, accounts.tabs['accounts/closing']);
  await see(seat, closing.checksTitle, unused);
  await use(seat, exactly(closing.places['grants']!));
  await see(seat, words.way, unused);
  await seat.picture('cities-2-unused');
  await nothingFound(seat, 'a grant that was used before the others');
  await slip(seat, FIRST, '25万', '8/1/11');
  await record(seat);
  await goTo(seat, app.areas.grants);
  await see(seat, new RegExp(`${FIRST}[^]*${words.left}\\s*0円[^]*${LAST}[^]*${words.allocated}\\s*430,000円`));
  await expectGone(seat, '先に使う決まりですが');

  await workIn(seat, 'kariya');
  const name = '自治会業務効率化支援補助金';
  await decide(seat, { name, amount: '10万', on: '7/6/1' });
  await slip(seat, name, '3万', '7/5/20');
  await see(seat, '交付決定より前の支払いです。交付金の対象になりません。');
  await seat.picture('cities-3-too-early');
  await nothingFound(seat, 'an expense before the award');
  await fill(seat, accounts.on, '7/6/2');
  await expectGone(seat, '交付決定より前の支払いです。');
}

/** 松戸市: 680,000 yen of cost, of which the other grant pays 250,000; this one what is short, 430,000. */
export async function whatIsShort(seat: Seat): Promise<void> {
  await workIn(seat, 'matsudo');
  await inNextYear(seat);
  await decide(seat, { name: FIRST, amount: '25万', on: '8/4/21' });
  await decide(seat, { name: LAST, amount: '50万', on: '8/4/21' });
  await receiveGrant(seat, FIRST, { on: '8/5/10', counterparty: '市', description: '補助金の入金', amount: '25万' });
  for (const [grant, amount] of [[FIRST, '25万'], [LAST, '43万']] as const) {
    await slip(seat, grant, amount, '8/6/10');
    await record(seat);
  }
  await goTo(seat, app.areas.grants);
  await see(seat, words.way, new RegExp(`${LAST}[^]*${words.additional}\\s*430,000円[^]*対象経費 680,000円 − ほかの補助金 250,000円[^]*430,000円`));
  await seat.picture('cities-7-shortfall');
  await nothingFound(seat, 'what is short is paid by the last grant');
}

/** 甲良町 takes the rest off the next payment, 奈良市 lets it be put by, いわき市 wants its report on the earlier of two days. */
export async function whatBecomesOfTheRest(seat: Seat): Promise<void> {
  await workIn(seat, 'koura');
  await spent(seat, '地域づくり交付金', '30万', '26万');
  await see(seat, new RegExp(`${words.rest.next_year}\\s*40,000円`));
  await seat.picture('cities-4-next-year');
  await nextYear(seat, '地域づくり交付金', '30万');
  await see(seat, new RegExp(`${words.deducted}\\s*40,000円`), '260,000円');

  await workIn(seat, 'nara');
  await spent(seat, '地域づくり一括交付金', '50万', '43万');
  await see(seat, new RegExp(`${words.rest.reserve}\\s*70,000円`));
  await nextYear(seat, '地域づくり一括交付金', '50万');
  await see(seat, new RegExp(`${words.reserved}\\s*70,000円`), new RegExp(`${words.left}\\s*570,000円`));
  await seat.picture('cities-5-reserved');
  await nothingFound(seat, 'a grant with what was put by');

  await workIn(seat, 'iwaki');
  const name = '自治会活性化応援モデル事業補助金';
  await decide(seat, { name, amount: '10万', on: '7/4/21' });
  await use(seat, words.of(name, words.otherStep));
  await choose(seat, exactly(words.stage), '事業の完了');
  await reach(seat, words.stateLong.filed);
  await seat.press('ArrowDown');
  await fill(seat, exactly(words.stepOn), '7/11/3');
  await seat.press('Control+Enter');
  await see(seat, words.way, words.dueOn('令和7年11月17日'), words.late);
  await seat.picture('cities-6-earlier-day');
}

async function decide(seat: Seat, { name, amount, on }: { name: string; amount: string; on: string }): Promise<void> {
  await goTo(seat, app.areas.grants);
  await see(seat, words.lead);
  await seat.press('Control+Enter');
  await see(seat, words.recordLead);
  await fill(seat, words.name, name);
  await fill(seat, words.amount, amount);
  await fill(seat, words.on, on);
  await fill(seat, words.number, '第1号');
  await seat.press('Control+Enter');
  await see(seat, words.way, name);
}

/** An expense that the grant pays, as far as it is typed. */
async function slip(seat: Seat, grant: string, amount: string, on: string): Promise<void> {
  await beginSlip(seat, 'expense');
  await fill(seat, accounts.on, on);
  await fill(seat, accounts.description, '集いの会場');
  await fill(seat, accounts.itemField, '使用料及び賃借料');
  await fill(seat, accounts.amount, amount);
  await choose(seat, accounts.from, '普通預金');
  await choose(seat, accounts.funding, grant);
  await reach(seat, exactly(accounts.eligibilities.eligible));
  await seat.press('Space');
}

async function record(seat: Seat): Promise<void> {
  await seat.press('Control+Enter');
  await see(seat, '「集いの会場');
}

/** Decided, and spent in part; then at its page. */
async function spent(seat: Seat, name: string, decided: string, amount: string): Promise<void> {
  await decide(seat, { name, amount: decided, on: '7/4/21' });
  await receiveGrant(seat, name, { on: '7/5/10', counterparty: '市', description: '交付金の入金', amount: decided });
  await slip(seat, name, amount, '8/1/10');
  await record(seat);
  await goTo(seat, app.areas.grants);
  await see(seat, words.way);
}

/** The same grant, decided once more a year later. */
async function nextYear(seat: Seat, name: string, amount: string): Promise<void> {
  await inNextYear(seat);
  await decide(seat, { name, amount, on: '8/4/21' });
}

async function inNextYear(seat: Seat): Promise<void> {
  await reach(seat, exactly(app.year));
  await seat.press('ArrowUp');
  await see(seat, app.otherYear('令和8年度'));
}

async function expectGone(seat: Seat, told: string): Promise<void> {
  await expect.poll(() => seat.ask(() => document.body.innerText), { message: `${told} is told no longer` }).not.toContain(told);
}
