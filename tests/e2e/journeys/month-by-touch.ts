// A month of receipts on a tablet: no key but those on the screen, every expense with the photograph of its receipt.

import { execFileSync } from 'node:child_process';
import { expect, type Locator, type Page } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { home } from '../../../ui/src/strings/ja/home';
import { office } from '../../../ui/src/strings/ja/office';
import { receipts } from '../../../ui/src/strings/ja/receipts';
import { nothingFound } from '../desk/axe';
import { scan } from '../desk/programs';
import { see, type Seat } from '../desk/seat';

/** What a finger hits without aiming, px. */
const FINGER = 44;
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

export async function monthByTouch(seat: Seat & { page: Page }): Promise<void> {
  const hand = new Hand(seat.page);
  await hand.tap(seat.page.getByText(office.start.sampleDoor).first());
  await see(seat, app.sample, home.due);
  await hand.tap(seat.page.getByRole('link', { name: app.areas.accounts, exact: true }));
  await see(seat, accounts.lead('5,829,906', '5,738,791'));
  await hand.tap(seat.page.getByRole('link', { name: accounts.record }));
  await seat.willPick(scan);
  for (const [i, receipt] of MONTH.entries()) {
    await write(hand, receipt, i === 0);
    await seat.picture(`tablet-${i + 1}-slip`);
    if (i === 0) await nothingFound(seat, 'a slip on a tablet');
    await hand.tap(seat.page.getByRole('button', { name: accounts.save }));
    await see(seat, `「${receipt.words} `);
    await hand.nothingIsCut();
  }

  await hand.tap(seat.page.getByRole('link', { name: app.areas.accounts, exact: true }));
  await see(seat, '191件');
  await hand.tap(seat.page.getByRole('link', { name: accounts.tabs['accounts/receipts'], exact: true }));
  await see(seat, receipts.numbered(5).replace('番', ''), '広報紙第12号印刷代');
  await hand.nothingIsCut();
  await seat.picture('tablet-6-receipts');
  const [pdf] = await seat.filesOf(() => hand.tap(seat.page.getByRole('button', { name: receipts.mountsThree })));
  const mounts = execFileSync('pdftotext', ['-layout', pdf!, '-'], { encoding: 'utf8' });
  for (const number of MONTH.keys()) expect(mounts).toContain(`領収書 ${number + 1}番`);
}

async function write(hand: Hand, { on, payee, words, item, amount }: Receipt, isFirst: boolean): Promise<void> {
  const { page } = hand;
  await hand.write(accounts.on, on);
  await hand.write(accounts.counterparty, payee);
  await hand.write(accounts.description, words);
  await hand.write(accounts.itemField, item);
  await hand.write(accounts.amount, amount);
  if (isFirst) {
    await hand.choose(accounts.from, '現金');
    await hand.choose(accounts.funding, GRANT);
    await hand.tap(page.locator('label', { hasText: new RegExp(`^${accounts.eligibilities.eligible}$`) }));
    await hand.tap(page.getByText(accounts.putAway));
    await hand.write(receipts.addressee, COUNCIL);
  }
  await hand.write(receipts.purpose, `${words}代`);
  await hand.tap(page.getByRole('button', { name: receipts.choosePicture }));
  await expect(page.getByText(receipts.chosen('home.png'))).toBeVisible();
}

/** A finger: it taps what is large enough, and writes with the keys on the screen. */
class Hand {
  constructor(readonly page: Page) {}

  async tap(place: Locator): Promise<void> {
    await place.scrollIntoViewIfNeeded();
    // What is tapped may be the words inside the button, the link or the label that takes the tap.
    const height = await place.evaluate((it) => (it.closest('a, button, label') ?? it).getBoundingClientRect().height);
    expect(height, `${place} is large enough for a finger`).toBeGreaterThanOrEqual(FINGER);
    await place.tap();
  }

  async write(label: string, text: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    await this.tap(field);
    await field.fill(text);
    // 次へ of the keys on the screen: what was offered below the field closes.
    await field.press('Enter');
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).selectOption({ label: option });
  }

  /** Nobody has to push the page sideways. */
  async nothingIsCut(): Promise<void> {
    const over = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, 'the page is as wide as the tablet').toBeLessThanOrEqual(0);
  }
}
