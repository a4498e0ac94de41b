// Every page of a meeting, in the sizes in which it is used: at the desk, on a tablet at the door, and large.

import { home } from '../../ui/src/strings/ja/home';
import { nothingFound } from './desk/axe';
import { test } from './desk/browser';
import { see } from './desk/seat';
import { open } from './desk/settled';
import { callMeeting } from './journeys/call-meeting';
import { openSample } from './journeys/sample';

const SCREENS = {
  laptop: { viewport: { width: 1366, height: 768 }, size: 'huge' },
  lying: { viewport: { width: 1024, height: 768 }, size: 'large' },
  upright: { viewport: { width: 768, height: 1024 }, size: 'standard' },
};

for (const [screen, { viewport, size }] of Object.entries(SCREENS)) {
  test.describe(screen, () => {
    test.use({ viewport, hasTouch: screen !== 'laptop' });
    test('every page of a meeting is sound', async ({ seat }) => {
      await openSample(seat);
      await seat.ask((chosen) => localStorage.setItem('text-size', chosen), size);
      await seat.page.reload();
      await see(seat, home.due);
      const meeting = await callMeeting(seat);
      const item = await firstItem();
      for (const page of ['', '/guests', '/reception', '/booklet', item]) {
        await open(seat, `${meeting}${page}`);
        await seat.picture(`meeting-${screen}-${page.replace(/\W/g, '').replace(/[0-9a-f-]{32,}/, '') || 'overview'}`);
        await nothingFound(seat, `${page} of a meeting, ${screen}`);
      }

      async function firstItem(): Promise<string> {
        await open(seat, meeting);
        const found = await seat.ask((prefix) => [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '').find((target) => target.startsWith(prefix)) ?? '', `#/${meeting}/items/`);
        return found.slice(`#/${meeting}`.length);
      }
    });
  });
}
