import { test } from './desk/window';
import { firstStart } from './journeys/first-start';

test('自分の協議会をはじめる', ({ seat }) => firstStart(seat));
