// V01: a meeting, an occasion and a line of work that were written by mistake are taken out, put right or made one, and come back.

import { activities as words } from '../../../ui/src/strings/ja/activities';
import { app } from '../../../ui/src/strings/ja/app';
import { lines } from '../../../ui/src/strings/ja/lines';
import { meetings } from '../../../ui/src/strings/ja/meetings';
import { nothingFound } from '../desk/axe';
import { choose, exactly, fill, goTo, see, use, type Seat } from '../desk/seat';
import { callMeeting } from '../journeys/call-meeting';
import { openSample } from '../journeys/sample';

export async function mistakesAreTakenOut(seat: Seat): Promise<void> {
  await openSample(seat);
  await wrongMeeting(seat);
  await wrongOccasion(seat);
  await wrongLine(seat);
}

/** Opens what says what it would mean, and does it. */
async function takeOut(seat: Seat, name: string, lead: string): Promise<void> {
  await use(seat, exactly(name));
  await see(seat, lead);
  await seat.press('Tab');
  await seat.press('Enter');
}

async function wrongMeeting(seat: Seat): Promise<void> {
  await callMeeting(seat);
  await use(seat, exactly(meetings.toMeeting));
  await see(seat, meetings.agenda);
  await takeOut(seat, meetings.removeMeeting, meetings.removeLead);
  await see(seat, meetings.emptyTitle);
  await seat.press('Control+z');
  await see(seat, '3月22日');
}

/** It is called off first, as should be done with what was really planned. */
async function wrongOccasion(seat: Seat): Promise<void> {
  await goTo(seat, app.areas.activities);
  await see(seat, words.takeIn);
  await use(seat, exactly(words.add));
  await see(seat, words.newLead);
  await fill(seat, new RegExp(`^${words.name}`), '花見の会');
  await fill(seat, new RegExp(`^${words.from}`), '3/28');
  await seat.press('Control+Enter');
  await see(seat, words.plannedCard);
  await use(seat, exactly(words.calledOff));
  await fill(seat, words.cancelReason, '雨のため');
  await use(seat, exactly(words.callOff));
  await see(seat, words.cancelledCard('雨のため'));
  await seat.picture('mistakes-1-called-off');
  await takeOut(seat, words.remove, words.removeLead);
  await see(seat, '行事「花見の会」（3月28日）を消しました');
  await seat.press('Control+z');
  await see(seat, '花見の会', words.cancelled(1));
}

async function wrongLine(seat: Seat): Promise<void> {
  await use(seat, exactly(words.lines));
  await use(seat, exactly('ふれあい祭り事業'));
  await see(seat, lines.occasions);
  await use(seat, exactly(lines.rename));
  await fill(seat, new RegExp(`^${lines.name}`), 'ふれあい広場事業');
  await use(seat, exactly(lines.saveName));
  await see(seat, 'の名前を「ふれあい広場事業」にしました');
  await use(seat, exactly(lines.merge));
  await choose(seat, lines.other, '防災訓練事業');
  await seat.picture('mistakes-2-line');
  await nothingFound(seat, 'a line of work');
  await use(seat, exactly(lines.mergeNow));
  await see(seat, '事業「防災訓練事業」を「ふれあい広場事業」と一つにしました');
}
