// The bars that no journey shows, each seen by somebody with the keyboard.

import { bars } from './bars';
import { test } from './desk/browser';

for (const [name, bar] of Object.entries(bars)) test(name, ({ seat }) => bar(seat));
