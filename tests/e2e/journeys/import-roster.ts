// (a) The roster as the secretary kept it comes in, is taken back with one undo, and comes in again.

import { app } from '../../../ui/src/strings/ja/app';
import { intake } from '../../../ui/src/strings/ja/intake';
import { nothingFound } from '../desk/axe';
import { sample } from '../desk/programs';
import { goTo, type Seat, see, use } from '../desk/seat';
import { firstStart } from './first-start';

const PEOPLE = 180;

export async function importRoster(seat: Seat): Promise<void> {
  await firstStart(seat);
  await takeIn(seat, 'roster', sample('名簿.xlsx'), { isPictured: true });
  await see(seat, intake.done, `${PEOPLE}`);

  await seat.press('Control+Enter');
  await see(seat, `${PEOPLE}人。`);
  await seat.picture('import-6-roster');
  await nothingFound(seat, 'the roster');
  for (const [typed, found] of [['吉田', '𠮷田'], ['高橋', '髙橋'], ['はまだ', '濵田']] as const) await finds(seat, typed, found);

  await use(seat, app.undo);
  await see(seat, 'まだ名簿がありません');
  await seat.press('Control+y');
  await see(seat, `${PEOPLE}人。`);

  await takeIn(seat, 'roster', sample('名簿.xlsx'), { isPictured: false });
  await see(seat, intake.done);
}

/** A name is found in its usual character or its reading, and shown in its own. */
async function finds(seat: Seat, typed: string, found: string): Promise<void> {
  await seat.press('Control+k');
  await seat.press('Control+a');
  await seat.type(typed);
  await see(seat, found);
  await seat.picture(`search-${typed}`);
  await seat.press('Escape');
}

type Kind = keyof typeof intake.kinds;

/** One of last year's files, from the choice of its kind to the last button. */
export async function takeIn(seat: Seat, kind: Kind, file: string, { isPictured }: { isPictured: boolean }): Promise<void> {
  const look = async (name: string) => {
    if (!isPictured) return;
    await seat.picture(`import-${name}`);
    await nothingFound(seat, `the import of ${kind}: ${name}`);
  };
  await goTo(seat, app.areas.settings);
  await see(seat, intake.chooseTitle);
  await use(seat, intake.chooseTitle);
  await use(seat, `${intake.kinds[kind].title}　${intake.begin}`);
  await see(seat, intake.pick);
  await look('1-file');
  await seat.willPick(file);
  await seat.press('Control+Enter');
  await see(seat, intake.headingLead);
  await look('2-heading');
  await seat.press('Control+Enter');
  await see(seat, intake.columnsNext);
  await look('3-columns');
  await seat.press('Control+Enter');
  await see(seat, intake.issues);
  await look('4-check');
  await seat.press('Control+Enter');
  await look('5-apply');
  await seat.press('Control+Enter');
  // The bar below may still tell of the file before: the heading alone says that this one is in.
  await see(seat, new RegExp(`^${intake.done}$`, 'm'));
}
