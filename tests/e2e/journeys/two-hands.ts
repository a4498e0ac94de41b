// A slip is written by one and approved by another: two passphrases bear names, the one who wrote it is refused, the other
// one finds it at home, approves it, and both stand at the entry.

import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { approvals as words } from '../../../ui/src/strings/ja/approvals';
import { handover } from '../../../ui/src/strings/ja/handover';
import { home } from '../../../ui/src/strings/ja/home';
import { keys } from '../../../ui/src/strings/ja/keys';
import { office } from '../../../ui/src/strings/ja/office';
import { nothingFound } from '../desk/axe';
import { PREPARED } from '../desk/prepared';
import { choose, exactly, fill, goTo, see, use, type Seat } from '../desk/seat';
import { beginSlip, fillSlip } from '../desk/slip';

const NEW = 'つばめの巣の下の縁側';

export async function twoHands(seat: Seat): Promise<void> {
  await open(seat, PREPARED.passphrase);
  await nameBoth(seat);
  await begin(seat);
  await writeSlip(seat);
  await refusedToWriter(seat);
  await goTo(seat, app.areas.settings);
  await use(seat, exactly(office.settings.lock));
  await open(seat, NEW);
  await approved(seat);
}

async function open(seat: Seat, passphrase: string): Promise<void> {
  await see(seat, office.unlock.title);
  await fill(seat, exactly(office.unlock.passphrase), passphrase);
  await seat.press('Control+Enter');
  await see(seat, app.areas.accounts);
}

async function nameBoth(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.settings);
  await use(seat, exactly(handover.link));
  await see(seat, handover.stepsTitle);
  await use(seat, `${keys.step}　${keys.stepGo}`);
  await see(seat, keys.title, keys.operator('事務局'));
  await use(seat, `${keys.first}　${keys.rename}`);
  await fill(seat, exactly(keys.holderName), '見本 太郎');
  await use(seat, exactly(keys.renameIt));
  await see(seat, keys.operator('見本 太郎'));
  await fill(seat, exactly(keys.name), '森 花');
  await fill(seat, exactly(keys.passphrase), NEW);
  await fill(seat, keys.again, NEW);
  await use(seat, exactly(keys.addIt));
  await see(seat, keys.whose('森 花'));
}

async function begin(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.tabs['accounts/slips']);
  await goTo(seat, accounts.tabs['accounts/slips']);
  await see(seat, words.setLead);
  await use(seat, exactly(words.start));
  await see(seat, words.isOn, 'を始めました');
  await seat.picture('approval-1-begun');
  await nothingFound(seat, 'a council that asks for approvals');
}

async function writeSlip(seat: Seat): Promise<void> {
  await beginSlip(seat, 'expense');
  await see(seat, accounts.recordLeads.expense);
  await fillSlip(seat, { on: '4/10', counterparty: '桜町文具店', description: 'コピー用紙', item: '消耗品費', amount: '911' });
  await choose(seat, accounts.from, '現金');
  await seat.press('Control+Enter');
  await see(seat, '記帳しました');
}

async function refusedToWriter(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.accounts);
  await see(seat, words.waiting(1));
  await seat.picture('approval-2-book');
  await nothingFound(seat, 'the cash book with a slip that waits');
  await use(seat, exactly(words.waitingDo));
  await see(seat, words.own, '見本 太郎さんは承認できません');
  await seat.picture('approval-3-own');
  await nothingFound(seat, 'a slip of her own');
}

async function approved(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.home);
  await see(seat, home.due, 'あなたの承認を待っています');
  await seat.picture('approval-4-home');
  await use(seat, /^伝票の承認[ 　]伝票を見る$/);
  await see(seat, words.listTitle, words.chosen(1), words.writtenBy('見本 太郎'));
  await seat.picture('approval-5-list');
  await nothingFound(seat, 'slips that wait');
  await use(seat, exactly(app.sizes.huge));
  await seat.picture('approval-6-list-huge');
  await nothingFound(seat, 'slips that wait, in the largest letters');
  await use(seat, exactly(app.sizes.standard));
  await use(seat, exactly(words.approveAll(1)));
  await see(seat, words.none, '伝票を承認しました');
  await goTo(seat, app.areas.accounts);
  await see(seat, words.column);
  await use(seat, /^R\d\.4\.10/);
  await see(seat, words.approvedBy, '森 花', words.takeBack);
  await seat.picture('approval-7-entry');
  await nothingFound(seat, 'an entry that was approved');
  await use(seat, exactly(words.takeBack));
  await see(seat, words.no, words.approve);
}
