// K13: a copy goes to the auditor, who opens it with its own passphrase, looks at the books and can change nothing.

import { expect } from '@playwright/test';
import { accounts } from '../../../ui/src/strings/ja/accounts';
import { app } from '../../../ui/src/strings/ja/app';
import { audit as words } from '../../../ui/src/strings/ja/audit';
import { office } from '../../../ui/src/strings/ja/office';
import { nothingFound } from '../desk/axe';
import { exactly, fill, goTo, see, shownText, use, type Seat } from '../desk/seat';
import { openSample } from '../journeys/sample';

const PASSPHRASE = 'みどり　公民館　五時';

export async function auditorLooks(seat: Seat): Promise<void> {
  await openSample(seat);
  await goTo(seat, app.areas.accounts);
  await see(seat, '49,295');
  await goTo(seat, accounts.tabs['accounts/audit']);
  await see(seat, words.lendTitle);
  await fill(seat, words.auditor, '見本　花子');
  await fill(seat, words.lendPassphrase, PASSPHRASE);
  const [copy] = await seat.filesOf(() => use(seat, words.lend));
  await see(seat, words.lent('令和7年度_監査用の写し.kansa'));
  await seat.picture('auditor-1-lent');
  await nothingFound(seat, 'a copy for the auditor');
  await use(seat, app.sampleLeave);

  await see(seat, office.start.sampleDoor, office.copy.door);
  await seat.picture('auditor-2-door');
  await use(seat, office.copy.door);
  await seat.willPick(copy!);
  await use(seat, office.copy.choose);
  await see(seat, office.copy.chosen('令和7年度_監査用の写し.kansa'));
  await fill(seat, office.copy.passphrase, PASSPHRASE);
  await seat.picture('auditor-3-open');
  await nothingFound(seat, 'the way in of an auditor');
  await use(seat, exactly(office.copy.open));

  await see(seat, app.copy, app.copyWhat);
  await goTo(seat, app.areas.accounts);
  await see(seat, accounts.lead('5,829,906', '5,738,791'));
  await goTo(seat, accounts.tabs['accounts/audit']);
  await see(seat, words.packTitle);
  const shown = await shownText(seat);
  for (const gone of [words.lendTitle, accounts.record, accounts.tabs['accounts/purses'], app.undo]) expect(shown, `${gone} is not in a copy`).not.toContain(gone);
  await seat.picture('auditor-4-copy');
  await nothingFound(seat, 'what a copy shows');
  await seat.ask(() => (window.location.hash = '#/accounts/new'));
  await see(seat, app.copyNoWriting, app.copyNoWritingLead);
  await seat.picture('auditor-5-no-writing');
}
