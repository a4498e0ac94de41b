import { test } from './desk/browser';
import { firstStart } from './journeys/first-start';
import { importRoster } from './journeys/import-roster';

test('自分の協議会をはじめる', ({ seat }) => firstStart(seat));
test('名簿をとりこむ', ({ seat }) => importRoster(seat));
