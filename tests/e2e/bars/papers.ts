// R14: papers of a person, of a household and of a body lie with them and are counted in the backup that is made when the
// records are put away.

import { basename } from 'node:path';
import { app } from '../../../ui/src/strings/ja/app';
import { attachments as words } from '../../../ui/src/strings/ja/attachments';
import { bodies } from '../../../ui/src/strings/ja/bodies';
import { home } from '../../../ui/src/strings/ja/home';
import { households } from '../../../ui/src/strings/ja/households';
import { office } from '../../../ui/src/strings/ja/office';
import { roster } from '../../../ui/src/strings/ja/roster';
import { nothingFound } from '../desk/axe';
import { fixture, moreScans, scan } from '../desk/programs';
import { choose, exactly, fill, goTo, see, use, type Seat } from '../desk/seat';
import { PASSPHRASE, firstStart } from '../journeys/first-start';
import { takeIn } from '../journeys/import-roster';
import { find } from './people';

export async function papersInTheBackup(seat: Seat): Promise<void> {
  await firstStart(seat);
  await takeIn(seat, 'roster', fixture('sheets/名簿_わるい.xlsx'), { isPictured: false });
  await find(seat, '青木', '青木');
  await attach(seat, scan, '同意書');
  await use(seat, roster.homeNew);
  await see(seat, households.newLead);
  await seat.press('Control+Enter');
  await see(seat, households.living);
  await attach(seat, moreScans.first, households.entryForm);
  await seat.picture('bars-r14-household');
  await nothingFound(seat, 'a household with a paper');
  await goTo(seat, app.areas.roster);
  await use(seat, exactly(roster.tabs['roster/bodies']));
  await see(seat, bodies.add);
  await seat.press('Control+Enter');
  await fill(seat, exactly(bodies.name), '福祉部会');
  await choose(seat, exactly(bodies.kind), bodies.kinds.committee);
  await seat.press('Control+Enter');
  await see(seat, bodies.nowNone);
  await attach(seat, moreScans.second, bodies.statutes);
  await seat.picture('bars-r14-body');
  await nothingFound(seat, 'a body with a paper');

  await goTo(seat, app.areas.home);
  await see(seat, words.title, '3件がそろっています');
  await goTo(seat, app.areas.settings);
  await use(seat, office.settings.lock);
  await fill(seat, exactly(office.unlock.passphrase), PASSPHRASE);
  await seat.press('Enter');
  await see(seat, office.settings.lockWhat);
  await goTo(seat, app.areas.home);
  await see(seat, home.safety, '添付した書類3件も、その控えから開けます');
  await seat.picture('bars-r14-backup');
  await nothingFound(seat, 'a backup with its papers');
}

/** The paper gets the usual label of its record. */
async function attach(seat: Seat, picture: string, label: string): Promise<void> {
  await seat.willPick(picture);
  await use(seat, words.add);
  await see(seat, words.chosen(basename(picture)));
  await use(seat, words.attach);
  await see(seat, label, app.undo);
}
