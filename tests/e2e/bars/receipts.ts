// K03: one receipt over two 科目 and two purses; what is left over is told, put right, ticked, and the picture is turned.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { attachments } from '../../../ui/src/strings/ja/attachments';
import { receipts as words } from '../../../ui/src/strings/ja/receipts';
import { nothingFound } from '../desk/axe';
import { scan } from '../desk/programs';
import { choose, exactly, fill, goTo, reach, see, shownText, use, type Seat } from '../desk/seat';
import { openBooks } from '../journeys/sample';

const SUM = '金額と内訳の合計が合う';
const LEGIBLE = '店の名前・住所・電話・品名が読める';

export async function receiptOverTwo(seat: Seat): Promise<void> {
  await openBooks(seat);
  await seat.press('Control+Enter');
  await expense(seat, '横断旗', '子ども見守り事業', '3,050', '現金');
  await expense(seat, '養生テープ', '消耗品費', '550', '普通預金');
  await keep(seat);

  await see(seat, words.lead(1, 5), SUM);
  expect(await shownText(seat), 'both are proven').not.toContain(words.addFor('養生テープ'));
  await open(seat);
  await see(seat, new RegExp(`${words.states.bad}\\s*${SUM}`), words.partAmount(2));
  await seat.picture('split-2-left-over');
  await nothingFound(seat, 'a receipt whose parts do not add up');
  await fill(seat, exactly(words.amount), '3,600');
  await seat.press('Control+Enter');
  await see(seat, words.lead(1, 5), '横断旗、養生テープ', '子ども見守り事業、消耗品費');
  await open(seat);
  await see(seat, new RegExp(`${words.states.good}\\s*${SUM}`));
  await use(seat, new RegExp(`${words.tickOf(LEGIBLE)}\\s*${words.tick}`));
  await see(seat, new RegExp(`${words.states.ticked}\\s*${LEGIBLE}`), words.untick);
  await turned(seat);
  await seat.picture('split-3-good');
  await nothingFound(seat, 'a receipt over two expenses');
}

/** Bought together, written in two lines; the paper is not put away yet. */
async function expense(seat: Seat, description: string, item: string, amount: string, purse: string): Promise<void> {
  await see(seat, accounts.recordLeads.expense);
  await fill(seat, accounts.on, '3/9');
  await fill(seat, accounts.counterparty, 'ホームセンター見本');
  await fill(seat, accounts.description, description);
  await fill(seat, accounts.itemField, item);
  await fill(seat, accounts.amount, amount);
  await choose(seat, accounts.from, purse);
  await reach(seat, accounts.hasReceiptField);
  await seat.press('Space');
  await seat.press('Control+Enter');
  await see(seat, `「${description} `);
}

/** The receipt says one yen more than both cost together. */
async function keep(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, '188件');
  await goTo(seat, accounts.tabs['accounts/receipts']);
  await see(seat, words.lead(0, 7));
  await use(seat, words.addFor('横断旗'));
  await see(seat, words.newTitle, words.partsTitle);
  await seat.willPick(scan);
  await use(seat, words.choosePicture);
  await see(seat, words.chosen('scan.png'));
  await fill(seat, exactly(words.amount), '3,601');
  await fill(seat, exactly(words.purpose), '横断旗・養生テープ代');
  await fill(seat, exactly(words.partAmount(1)), '3,050');
  await use(seat, words.addPart);
  await choose(seat, exactly(words.part(2)), '養生テープ');
  await fill(seat, exactly(words.partAmount(2)), '５５０');
  await seat.picture('split-1-parts');
  await nothingFound(seat, 'a receipt being split');
  await seat.press('Control+Enter');
}

/** The only receipt of the list. */
async function open(seat: Seat): Promise<void> {
  await use(seat, exactly('1'));
  await see(seat, words.oneTitle(1), words.checksTitle);
}

/** The picture lies on its side, and stands upright after one press. */
async function turned(seat: Seat): Promise<void> {
  const isUpright = () => seat.ask(() => [...document.querySelectorAll<HTMLImageElement>('.paper img')].some((one) => one.naturalHeight > one.naturalWidth));
  expect(await isUpright()).toBe(false);
  await use(seat, attachments.turn);
  await expect.poll(isUpright, { message: 'the picture is turned' }).toBe(true);
}
