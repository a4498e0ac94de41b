// Slips from paper, typed one after the other, and what comes every month.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { recurring } from '../../../ui/src/strings/ja/recurring';
import { slips as words } from '../../../ui/src/strings/ja/slips';
import { nothingFound } from '../desk/axe';
import { wordsOf } from '../desk/paper';
import { choose, exactly, fill, focused, goTo, reach, see, use, type Seat } from '../desk/seat';
import { openBooks } from '../journeys/sample';

const ROWS = [
  ['901', '3/2', 'しょうもう', 'コピー用紙', '桜町文具店', '3,300'],
  ['902', '3/3', '11', '切手', '郵便局', '８４０'],
  ['903', '3/4', '資源回収売払', '古紙', '見本商店', '1万2千'],
] as const;

/** K01: three slips by number, kana and name; a wrong one is told at its field and recorded once it is right. */
export async function slipsAreTyped(seat: Seat): Promise<void> {
  await openBooks(seat, 'accounts/slips');
  await see(seat, words.typeLead);
  await seat.picture('slips-1-page');
  await nothingFound(seat, 'the page of slips');
  await reach(seat, new RegExp(`^${accounts.voucher}`));
  for (const [i, row] of ROWS.entries()) {
    await typeRow(seat, row);
    if (i === 0) {
      await choose(seat, accounts.purse, '現金');
      await use(seat, accounts.further);
      await fill(seat, new RegExp(`^${accounts.reimbursed}`), '見本　太郎');
    }
    await seat.press('Control+Enter');
    await see(seat, `「${row[3]} `);
    await expect.poll(() => focused(seat), { message: 'the hands are at the next slip' }).toContain(accounts.voucher);
  }
  await fill(seat, new RegExp(`^${accounts.voucher}`), '９０２');
  await see(seat, '902番の伝票は、もう記帳してあります（R8.3.3「切手」840円）。');
  await seat.picture('slips-2-twice');
  await nothingFound(seat, 'a number typed twice');
  await reach(seat, new RegExp(`^${accounts.voucher}`));
  await typeRow(seat, ['904', '2/30', '12', 'お茶', '見本商店', '500']);
  await seat.press('Control+Enter');
  await see(seat, '2/30');
  await expect.poll(() => focused(seat), { message: 'the wrong field is shown' }).toContain(accounts.on);
  await seat.picture('slips-2-wrong');
  await nothingFound(seat, 'a wrong slip');
  await fill(seat, accounts.on, '3/5');
  await seat.press('Control+Enter');
  await see(seat, '「お茶 500円」を記帳しました');

  await fill(seat, words.from, '910');
  await fill(seat, words.count, '7');
  const [pdf] = await seat.filesOf(() => use(seat, words.print));
  const printed = wordsOf(pdf!);
  for (let number = 910; number < 917; number += 1) expect(printed).toContain(String(number));
  expect(printed.split('\f')).toHaveLength(4);
  await see(seat, words.fromHint(905));
  expect(await slipOf(seat, '収入伝票'), 'the numbers run on over the kinds').toContain('伝票番号917');
  for (const kind of ['振替伝票', '立替払請求書', '仮払申請・精算書', '部会の支出の記入用紙', '備品借用書']) await slipOf(seat, kind);

  await use(seat, /^コピー用紙$/);
  await see(seat, '901', words.printOne);
  const [one] = await seat.filesOf(() => use(seat, words.printOne));
  expect(wordsOf(one!)).toMatch(/901[^]*桜町文具店[^]*3,300円[^]*見本\s+太郎/);
  await goTo(seat, app.areas.accounts);
  await see(seat, '190件', accounts.lead('5,841,906', '5,743,431'));
}

/** One empty slip of another kind, with its title and whose it is. */
async function slipOf(seat: Seat, kind: string): Promise<string> {
  await choose(seat, exactly(words.kind), kind);
  await fill(seat, words.count, '1');
  const [pdf] = await seat.filesOf(() => use(seat, words.print));
  const printed = wordsOf(pdf!).replaceAll(/\s/g, '');
  expect(printed).toContain(kind);
  expect(printed).toContain('見本地区コミュニティ協議会');
  return printed;
}

/** The fields of a row, each left by Enter. */
async function typeRow(seat: Seat, row: readonly string[]): Promise<void> {
  for (const text of row) {
    await seat.press('Control+a');
    await seat.type(text);
    await seat.press('Enter');
  }
}

/** K01: what comes every month waits on home, and is recorded by one press for each month. */
export async function monthsAreRecorded(seat: Seat): Promise<void> {
  await openBooks(seat, 'accounts/recurring');
  await see(seat, recurring.emptyTitle);
  await seat.press('Control+Enter');
  await see(seat, recurring.newTitle);
  await fill(seat, accounts.counterparty, '見本リース(株)');
  await fill(seat, accounts.description, '複写機の借上げ');
  await fill(seat, accounts.itemField, '使用料及び賃借料');
  await fill(seat, accounts.amount, '1万7千8百');
  await choose(seat, accounts.from, '普通預金');
  await fill(seat, new RegExp(`^${recurring.day}`), '末日');
  await fill(seat, recurring.from, '8/1/1');
  await seat.picture('recurring-1-form');
  await nothingFound(seat, 'what recurs being written');
  await seat.press('Control+Enter');

  await see(seat, recurring.lead(2), recurring.record('1月分'), recurring.record('2月分'), recurring.next('R8.3.31'));
  await seat.picture('recurring-2-waiting');
  await nothingFound(seat, 'what recurs');
  await goTo(seat, app.areas.home);
  await see(seat, '複写機の借上げ（1月分）ほか1件');
  await seat.picture('recurring-3-home');
  await use(seat, /定例を見る/);
  await use(seat, new RegExp(recurring.record('1月分')));
  await see(seat, '1月分の「複写機の借上げ 17,800円」を記帳しました', recurring.lead(1), recurring.done(1));
  await goTo(seat, app.areas.accounts);
  await see(seat, '187件');
  await use(seat, app.undo);
  await see(seat, '186件');
}
