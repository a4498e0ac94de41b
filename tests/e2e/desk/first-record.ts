// The address of a page that is about one record: its open places are filled with the first record that is there.

import { callMeeting } from '../journeys/call-meeting';
import type { Seat } from './seat';
import { open } from './settled';

/** `meetings/:id/items/:item` as it can be gone to; a meeting is called where there is none. */
export async function ofFirstRecord(seat: Seat, route: string): Promise<string> {
  let [path, page] = ['', ''];
  for (const step of route.split('/')) {
    if (step.startsWith(':')) page = path = `${path}/${await firstIn(seat, page, `${path}/`)}`;
    else path = path === '' ? step : `${path}/${step}`;
    if (page === '') page = path;
  }
  return path;
}

/** The key of the first record to which a page leads. */
async function firstIn(seat: Seat, page: string, below: string): Promise<string> {
  await open(seat, page);
  const found = await seat.ask((prefix) => {
    const targets = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '');
    const keys = targets.filter((target) => target.startsWith(prefix)).map((target) => target.slice(prefix.length).split(/[/?]/)[0] ?? '');
    return keys.find((key) => /^[0-9a-f-]{36}$/.test(key)) ?? '';
  }, `#/${below}`);
  if (found !== '' || page !== 'meetings') return found;
  const [, id = ''] = (await callMeeting(seat)).split('/');
  await open(seat, page);
  return id;
}
