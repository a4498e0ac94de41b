import { expect, test } from 'vitest';
import { pieces } from './variants';

test('letters of the rare font stand apart, in their order', () => {
  const rare = ['辻\u{E0103}', '榊\u{E0102}'];
  const split = (text: string) => pieces(text, rare).map(({ text, isRare }) => (isRare ? `[${text}]` : text));
  expect(split('山田')).toEqual(['山田']);
  expect(split('榊\u{E0102}原　辻\u{E0103}')).toEqual(['[榊\u{E0102}]', '原　', '[辻\u{E0103}]']);
  expect(split('辻\u{E0100}本')).toEqual(['辻\u{E0100}本']);
  expect(split('')).toEqual([]);
});
