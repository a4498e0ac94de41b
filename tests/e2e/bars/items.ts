// The chart of accounts put right by keys alone: order, names, and what is not used.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { items as words } from '../../../ui/src/strings/ja/items';
import { nothingFound } from '../desk/axe';
import { fill, focused, goTo, reach, see, shownText, use, type Seat } from '../desk/seat';
import { openBooks } from '../journeys/sample';

const edit = (name: string) => new RegExp(`^${words.of(name)} ?${words.edit}$`);

/** B01: an item goes up, a heading is renamed with all under it, a wrong name is told at its field, and all is taken back. */
export async function itemsArePutRight(seat: Seat): Promise<void> {
  await openBooks(seat, 'accounts/items');
  await see(seat, words.lead, words.sideTitles.expense);
  await seat.picture('items-1-page');
  await nothingFound(seat, 'the chart of accounts');

  await use(seat, edit('消耗品費'));
  await see(seat, words.editTitle('消耗品費'), words.used);
  await seat.picture('items-2-editing');
  await nothingFound(seat, 'an item being put right');
  await use(seat, words.up);
  await expect.poll(() => shownText(seat), { message: 'it stands before the one above it' }).toMatch(/「消耗品費」[^]*人件費/);
  await expect.poll(() => focused(seat), { message: 'the keyboard stays on the button' }).toBe(words.up);
  // A press while the last move is still being written does nothing.
  await expect.poll(async () => (await seat.press('Enter'), shownText(seat)), { message: 'it is told that it stands at the end' }).toContain('これより先には動かせません。');
  await fill(seat, new RegExp(`^${words.levels.kou}`), '印刷製本費');
  await use(seat, words.save);
  await see(seat, '「印刷製本費」という科目は、もうあります。');
  await expect.poll(() => focused(seat), { message: 'the wrong field is shown' }).toMatch(new RegExp(`^${words.levels.kou}`));
  await fill(seat, new RegExp(`^${words.levels.kou}`), '事務用品費');
  await use(seat, words.save);
  await see(seat, '科目「消耗品費」を「事務用品費」に直しました');
  await expect.poll(() => focused(seat), { message: 'the hands are at the row' }).toMatch(edit('事務用品費'));

  await use(seat, edit('事務費'));
  await fill(seat, words.heading, '管理費');
  await use(seat, words.save);
  await see(seat, '科目「事務費」を「管理費」に直しました');
  await fill(seat, new RegExp(`^${words.levels.kan}`), '管理費');
  await reach(seat, new RegExp(`^${words.levels.kou}`));
  await seat.type('雑費');
  await use(seat, words.addItemDo);
  await see(seat, '科目「雑費」を加えました');
  await use(seat, edit('雑費'));
  await use(seat, words.remove);
  await see(seat, '科目「雑費」を消しました');
  await seat.picture('items-3-done');
  await goTo(seat, accounts.tabs['accounts/budget']);
  await see(seat, '管理費', '事務用品費');
  await use(seat, app.undo);
  await see(seat, '元に戻しました');
}
