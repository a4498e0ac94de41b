// What the screen says, for the tests of words that quote it.

import { readdirSync, readFileSync } from 'node:fs';
import { DATA, data } from './written-fields';

/** Every word of the screen; what is put together out of the records has `DATA` in their place. */
const modules = Object.values(import.meta.glob<object>('../strings/ja/*.ts', { eager: true }));
const wordsIn = (one: unknown): string[] => {
  if (one === data) return [];
  if (typeof one === 'string') return [one];
  if (typeof one === 'function') return wordsIn((one as (...places: unknown[]) => unknown)(...Array.from({ length: one.length }, () => data)));
  return typeof one === 'object' && one !== null ? Object.values(one).flatMap(wordsIn) : [];
};
/** Papers go by the titles of their forms. */
const FORMS = '../assets/profiles/base/2025/forms';
const titles = readdirSync(FORMS).flatMap((name) => /^title = "(.+)"$/m.exec(readFileSync(`${FORMS}/${name}`, 'utf8'))?.[1] ?? []);
const screen = new Set([...wordsIn(modules), ...titles]);

/** Quoted words as the screen has them: alone, or before what is said of them in wide brackets or after a space. */
export const isShown = (quoted: string) => {
  const word = quoted.replaceAll('○○', DATA);
  return [...screen].some((shown) => shown === word || shown.startsWith(`${word}\uff08`) || shown.startsWith(`${word} `));
};
