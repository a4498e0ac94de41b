// A month of receipts on a tablet: no key but those on the screen, every expense with the photograph of its receipt.

import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { receipts } from '../../../ui/src/strings/ja/receipts';
import { slips } from '../../../ui/src/strings/ja/slips';
import { nothingFound } from '../desk/axe';
import { Hand } from '../desk/hand';
import { scan } from '../desk/programs';
import { see, type Seat } from '../desk/seat';
import { tapNewSlip } from './sample';

const COUNCIL = '見本地区コミュニティ協議会';
const GRANT = '地域まちづくり交付金';

interface Receipt {
  on: string;
  payee: string;
  words: string;
  item: string;
  amount: string;
}

const MONTH: Receipt[] = [
  { on: '3/2', payee: '桜町文具店', words: 'コピー用紙', item: '消耗品費', amount: '3,300' },
  { on: '3/4', payee: '見本印刷(有)', words: '広報紙第12号印刷', item: '広報紙発行事業', amount: '２８，６００' },
  { on: '3/5', payee: '郵便局', words: '切手', item: '通信運搬費', amount: '8千4百' },
  { on: '3/9', payee: 'ホームセンター見本', words: '横断旗', item: '子ども見守り事業', amount: '¥6,050-' },
  { on: '3/12', payee: '見本リース(株)', words: '会議室使用料', item: '使用料及び賃借料', amount: '2,200' },
];

const SLIPS = [
  ['951', '3/12', '通信運搬費', '宅配便', '1,200'],
  ['952', '3/13', '資源回収売払', '古紙の売上げ', '３千'],
] as const;

export async function monthByTouch(seat: Seat): Promise<void> {
  const hand = await tapNewSlip(seat);
  await seat.willPick(scan);
  for (const [i, receipt] of MONTH.entries()) {
    await write(hand, receipt, i === 0);
    await seat.picture(`tablet-${i + 1}-slip`);
    if (i === 0) await nothingFound(seat, 'a slip on a tablet');
    await hand.tap(accounts.save);
    await see(seat, `「${receipt.words} `);
    await hand.nothingIsCut();
  }

  await hand.tap(app.areas.accounts);
  await see(seat, '191件');
  await hand.tap(accounts.tabs['accounts/receipts']);
  await see(seat, receipts.numbered(5).replace('番', ''), '広報紙第12号印刷代');
  await hand.nothingIsCut();
  await seat.picture('tablet-6-receipts');
  const [pdf] = await seat.filesOf(() => hand.tap(receipts.mountsThree));
  const mounts = execFileSync('pdftotext', ['-layout', pdf!, '-'], { encoding: 'utf8' });
  for (const number of MONTH.keys()) expect(mounts).toContain(`領収書 ${number + 1}番`);
  await bySlips(hand);
}

/** The page for a heap of slips, one after the other by their numbers. */
async function bySlips(hand: Hand): Promise<void> {
  await hand.tap(app.areas.accounts);
  await hand.tap(accounts.tabs['accounts/slips']);
  await see(hand.seat, slips.typeLead);
  for (const [number, on, item, words, amount] of SLIPS) {
    await hand.write(accounts.voucher, number);
    await hand.write(accounts.on, on);
    await hand.write(accounts.itemField, item);
    await hand.write(accounts.description, words);
    await hand.write(accounts.amount, amount);
    if (number === SLIPS[0][0]) await hand.choose(accounts.purse, '現金');
    await hand.tap(slips.record);
    await see(hand.seat, `「${words} `);
    await hand.nothingIsCut();
  }
  await hand.seat.picture('tablet-7-slips');
  await nothingFound(hand.seat, 'the page of slips on a tablet');
  await hand.tap(app.areas.accounts);
  await see(hand.seat, '193件');
}

async function write(hand: Hand, { on, payee, words, item, amount }: Receipt, isFirst: boolean): Promise<void> {
  await hand.write(accounts.on, on);
  await hand.write(accounts.counterparty, payee);
  await hand.write(accounts.description, words);
  await hand.write(accounts.itemField, item);
  await hand.write(accounts.amount, amount);
  if (isFirst) {
    await hand.choose(accounts.from, '現金');
    await hand.choose(accounts.funding, GRANT);
    await hand.tap(accounts.eligibilities.eligible);
    await hand.tap(accounts.putAway);
    await hand.write(receipts.addressee, COUNCIL);
  }
  await hand.write(receipts.purpose, `${words}代`);
  await hand.tap(receipts.choosePicture);
  await see(hand.seat, receipts.chosen('scan.png'));
}
