import { expect, test } from 'vitest';
import type { UnheldCell } from '../../../generated/api';
import { askedOf, spelt } from './spelling';

const cell = (written: string, characters: string[], offers: string[], own = ''): UnheldCell => ({
  name: written,
  column: '氏名',
  written,
  characters,
  offers,
  instead: own,
  is_known: own !== '',
});
const cells = [cell('𠮷田　一', ['𠮷'], ['吉']), cell('𠮷田　二', ['𠮷'], ['吉']), cell('葛\u{E0100}城と𠮷川', ['葛\u{E0100}', '𠮷'], ['葛', '吉']), cell('𡈽屋', ['𡈽'], [''], '土屋')];

test('each character is asked once, with everybody it concerns', () => {
  expect(askedOf(cells).map(({ character, instead, places }) => [character, instead, places.length])).toEqual([
    ['𠮷', '吉', 3],
    ['葛\u{E0100}', '葛', 1],
  ]);
});

test('one answer spells every cell; a spelling of the roster stays', () => {
  const asked = askedOf(cells).map((one) => (one.character === '𠮷' ? { ...one, instead: 'よし' } : one));
  expect(spelt(cells, asked).map(({ instead }) => instead)).toEqual(['よし田　一', 'よし田　二', '葛城とよし川', '土屋']);
});
