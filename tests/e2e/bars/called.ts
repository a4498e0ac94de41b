// A meeting whose 会則 changed after it was called, whose roll is put right by hand, whose 会長 has no number, and whose opening is
// written down as it was read out.

import { saidOf } from '../../../ui/src/strings/ja/meeting-ways';
import { meetingRules as rules } from '../../../ui/src/strings/ja/meeting-rules';
import { meetings as words } from '../../../ui/src/strings/ja/meetings';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, reach, see, use, type Seat } from '../desk/seat';
import { callMeeting } from '../journeys/call-meeting';
import { openSample } from '../journeys/sample';

/** M03, M04, M06 */
export async function calledAndOpened(seat: Seat): Promise<void> {
  await openSample(seat);
  await callMeeting(seat);
  await use(seat, exactly(words.toMeeting));
  await followsRules(seat);
  await seat.press('Control+Enter');
  await see(seat, saidOf(false).sentence, words.fixRoll);
  await voterGoes(seat);
  await presidentIsThere(seat);
  await opened(seat);
}

async function followsRules(seat: Seat): Promise<void> {
  await see(seat, words.calledBy, words.notCompared);
  await use(seat, exactly(words.rules));
  await see(seat, rules.notOwn);
  await choose(seat, exactly(rules.quorumShare), rules.shares.third);
  await seat.press('Control+Enter');
  await see(seat, rules.isOwn);
  await use(seat, exactly(words.back));
  await see(seat, words.notCurrent);
  await seat.picture('called-1-rules');
  await use(seat, exactly(words.followRules));
  await see(seat, 'いまの会則の決まりに合わせました', rules.shares.third);
  await nothingFound(seat, 'the rules of a meeting');
}

async function voterGoes(seat: Seat): Promise<void> {
  await fill(seat, words.removeNumber, '99');
  await use(seat, exactly(words.removeVoter));
  await see(seat, 'この会議にない番号があります（99）');
  await fill(seat, words.removeNumber, '24');
  await use(seat, exactly(words.removeVoter));
  await see(seat, /番号24.*を外しました（総数23）/);
  await use(seat, exactly(words.addVoter));
  await see(seat, '足す方が選ばれていません。何も足していません。');
  await use(seat, exactly(words.addNumber));
  await see(seat, /番号2\d.*を足しました（総数24）/);
}

/** Nine proxies name 会長, who is no voter: they count once he is said to be there. */
async function presidentIsThere(seat: Seat): Promise<void> {
  await reach(seat, exactly(words.holders.chair));
  await seat.press('ArrowDown');
  await fill(seat, exactly(words.numbers), '4-12');
  await use(seat, exactly(words.mark));
  await see(seat, '（9件）', /委任先の方が会場にいない委任状があり、数えていません。/);
  await reach(seat, words.presidentCameText);
  await seat.press('Space');
  await see(seat, '委任状9通', words.met);
  await seat.picture('called-2-president');
  await nothingFound(seat, 'the door with a president who has no number');
}

async function opened(seat: Seat): Promise<void> {
  await use(seat, exactly(words.openMeeting));
  await see(seat, '開会の数を書きました');
  await fill(seat, exactly(words.numbers), '13');
  await use(seat, exactly(words.mark));
  await see(seat, words.openedWith, words.openAgain, '委任状10通');
  await seat.picture('called-3-opened');
}
