// K04 and its part of K05: a statement is read beside the book, what is lacking is recorded with one key, and the last balance
// is written down.

import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { bank as words } from '../../../ui/src/strings/ja/bank';
import { intake } from '../../../ui/src/strings/ja/intake';
import { nothingFound } from '../desk/axe';
import { fixture } from '../desk/programs';
import { choose, exactly, fill, goTo, see, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const FEE = '料金　フリコミテスウリョウ';

async function read(seat: Seat, file: string, ...marks: string[]): Promise<void> {
  await seat.willPick(fixture(`sample/${file}`));
  await seat.press('Control+Enter');
  await see(seat, words.readTitle(file), ...marks);
}

export async function statementBesideBook(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.accounts);
  await use(seat, words.linkOf('普通預金'));
  await see(seat, words.emptyTitle);
  await read(seat, '明細_ゆうちょ.csv', words.known('ゆうちょ銀行（ゆうちょダイレクト）'), words.counts(8, 0));
  await seat.picture('bars-k04-1-read');
  await nothingFound(seat, 'a statement as read');
  await seat.press('Control+Enter');

  await see(seat, words.openTitle(3), words.onlyTitle(1), words.foundTitle(5), words.differs('177,249'));
  await seat.picture('bars-k04-2-beside');
  await nothingFound(seat, 'a statement beside the book');
  await use(seat, words.writeOf(FEE));
  await see(seat, words.lineTitle, words.paidOut('550'));
  await fill(seat, accounts.itemField, '消耗品費');
  await nothingFound(seat, 'a line that is written out');
  await seat.press('Control+Enter');
  await see(seat, words.openTitle(2), words.sameAsBefore);
  await use(seat, words.recordOf(FEE));
  await see(seat, words.openTitle(1), words.foundTitle(7));

  await read(seat, '明細_ゆうちょ.csv', words.counts(0, 8), words.nothingNew);
  await seat.press('Control+Enter');
  await see(seat, words.openTitle(1), words.foundTitle(7));
  await use(seat, words.state('令和7年4月30日'));
  await see(seat, words.stated('令和7年4月30日'));
  await use(seat, words.rulesLink(4));
  await see(seat, words.rulesTitle, FEE);
  await use(seat, words.editOf(FEE));
  await fill(seat, words.counterparty, 'ゆうちょ銀行');
  await nothingFound(seat, 'what is remembered');
  await use(seat, words.saveRule);
  await see(seat, /消耗品費[^\n]*ゆうちょ銀行/);
  await seat.picture('bars-k04-3-rules');
  await use(seat, exactly(words.back));

  await see(seat, words.openTitle(1));
  await read(seat, '明細_見本銀行.csv', words.columnsOpen);
  for (const [letters, field] of [['B', '出ていったお金'], ['C', '入ってきたお金'], ['D', '内容'], ['E', '残高']] as const) await choose(seat, intake.meaningOf(letters), field);
  await see(seat, words.chosen, words.counts(5, 0));
  await seat.picture('bars-k04-4-columns');
  await nothingFound(seat, 'the columns of an unknown bank');
  await seat.press('Control+Enter');
  await see(seat, words.openTitle(6), /418,344円/);
  await seat.press('Control+z');
  await see(seat, words.openTitle(1));
}
