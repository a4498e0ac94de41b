// Names with variation selectors in the real window, whose engine draws them only in fonts that know the selectors.

import { expect } from '@playwright/test';
import { test } from './desk/window';

test('a variant of a character is drawn as that variant', async ({ seat }) => {
  for (const face of ['Desk Gothic', 'Desk Mincho']) {
    const [variant, plain, missing] = await seat.ask(async (family) => {
      await document.fonts.load(`40px "${family}"`, '葛');
      const drawn = (letters: string) => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [60, 60];
        const pen = canvas.getContext('2d');
        if (pen === null) return '';
        pen.font = `40px "${family}"`;
        pen.fillText(letters, 5, 45);
        return canvas.toDataURL();
      };
      return ['葛\u{E0100}', '葛', '\u{10FFFD}'].map(drawn);
    }, face);
    expect(variant, `${face}: the variant is not the plain form`).not.toBe(plain);
    expect(variant, `${face}: the variant is not an empty box`).not.toBe(missing);
  }
});
