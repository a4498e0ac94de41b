import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isShown } from './screen-words';

/** What a refusal tells to press, open, mark or choose, and is no word of the screen, each with what it is. */
const OTHERWISE = new Map([
  ['小', 'a choice of a telephone'],
  ['互換性優先', 'a choice of a telephone'],
  ['その他の市町村', 'the profile of no city'],
  ['別の記帳として加える', 'a choice that names what is taken in'],
  ['支出金額', 'what a column may mean, named in data'],
  ['前年値', 'a mark of a count, named in Rust'],
]);

const asked = [...readFileSync('../assets/words/errors.toml', 'utf8').matchAll(/「([^」{]*)」(?:を(?:押|開|選|付け)|に印|の印|にして)/g)].map(([, quoted = '']) => quoted);

it('asks in a refusal only for what the screen has', () => {
  expect(asked.length).toBeGreaterThan(40);
  expect(asked.filter((quoted) => !OTHERWISE.has(quoted) && !isShown(quoted))).toEqual([]);
});
