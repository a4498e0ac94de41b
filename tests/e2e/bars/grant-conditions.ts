// B07, B12, K03, K12: a council of a town that nobody knows writes down by 科目 what its grant does not pay, what is put in with its
// papers, what is looked at on a receipt, and from which price on something is 備品.

import { expect } from '@playwright/test';
import { app } from '../../../ui/src/strings/ja/app';
import { grantRules as words } from '../../../ui/src/strings/ja/grant-rules';
import { grants } from '../../../ui/src/strings/ja/grants';
import { nothingFound } from '../desk/axe';
import { printed } from '../desk/paper';
import { choose, exactly, fill, reach, see, use, type Seat } from '../desk/seat';
import { GRANT, ofNoProfile } from './grant-rules';
import { slip } from './grants';

const REASON = '交際費は、要綱の第4条で対象外です。';

export async function conditionsAreWritten(seat: Seat): Promise<void> {
  await ofNoProfile(seat);
  await write(seat);
  await see(seat, '通帳（表紙、見開き）の写し', '写しに原本証明がある', '50,000円', '買ってから5年のあいだは');
  await seat.picture('grant-conditions-3-record');
  await nothingFound(seat, 'a grant with its conditions');
  await slip(seat, '花輪', '5,000', GRANT, '交際費');
  await see(seat, 'この支出は、交付金の対象外と思われます。', REASON);
  await seat.picture('grant-conditions-4-judged');
  const paper = (await printed(seat, '交付申請書', GRANT)).replaceAll(/\s/g, '');
  expect(paper).toContain('□通帳（表紙、見開き）の写し□役員会の議事録');
}

async function write(seat: Seat): Promise<void> {
  await use(seat, words.openOf(GRANT, words.open));
  await see(seat, words.begun.common, words.receipts, words.equipment);
  await reach(seat, '但し書きから');
  await seat.press('Space');
  await fill(seat, words.also, '写しに原本証明がある');
  await fill(seat, words.equipmentFrom, '5万');
  await choose(seat, words.restricted, words.restrictedBy.years);
  await fill(seat, exactly(words.years), '5');
  await seat.picture('grant-conditions-1-receipts');
  await reach(seat, new RegExp(`^${words.paper(1)}\\s交付申請書`));
  await seat.press('Enter');
  await fill(seat, words.attachments, '通帳（表紙、見開き）の写し、役員会の議事録');
  await use(seat, words.addCost);
  await fill(seat, exactly(words.costItems), '交際費');
  await fill(seat, words.reason, REASON);
  await fill(seat, words.source, '見本市ふるさと応援補助金交付要綱');
  await seat.picture('grant-conditions-2-written');
  await nothingFound(seat, 'the conditions of a grant as they were written');
  await seat.press('Control+Enter');
  await see(seat, words.change, app.undo, grants.way);
}
