// 見本を見る — the specimen council, made from its own files.

import { app } from '../../../ui/src/strings/ja/app';
import { home } from '../../../ui/src/strings/ja/home';
import { office } from '../../../ui/src/strings/ja/office';
import { see, use, type Seat } from '../desk/seat';

export async function openSample(seat: Seat): Promise<void> {
  await use(seat, office.start.sampleDoor);
  await see(seat, app.sample, home.due);
}
