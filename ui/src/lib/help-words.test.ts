import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
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

/** What is quoted and is no word of the screen, each with what it is. */
const OTHERWISE = new Map([
  ...['約80', '未提出', '4/1', '今日', '3千', '2万5千', '4、10', '末日', '毎月第2土曜', '防災士の資格', '駐車場の番号'].map((typed) => [typed, 'what one may type'] as const),
  ...['両面', '短い辺でとじる', '実際の大きさ'].map((choice) => [choice, 'a choice of the printer'] as const),
  ['明細をCSVで書き出す', 'a choice of the page of a bank'],
  ['令和○年度', 'the year that the records are in'],
  ['返還', 'a step of a grant, named in Rust'],
  ['あ', 'a row of kana'],
  ['か', 'a row of kana'],
  ['。', 'a mark of writing'],
]);

/** Quoted words as the screen has them: alone, or before what is said of them in brackets or after a space. */
const isShown = (quoted: string) => {
  const word = quoted.replaceAll('○○', DATA);
  return [...screen].some((shown) => shown === word || shown.startsWith(`${word}（`) || shown.startsWith(`${word} `));
};

const FOLDER = '../assets/help/pages';
const pages = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, 'utf8').split('+++')[2] ?? '' }));
const quotes = pages.flatMap(({ name, text }) => [...text.matchAll(/「([^」]*)」/g)].map(([, quoted = '']) => ({ name, quoted })));

it('quotes in help only what the screen says', () => {
  expect(quotes.length).toBeGreaterThan(200);
  const lost = quotes.filter(({ quoted }) => !OTHERWISE.has(quoted) && !isShown(quoted));
  expect(lost.map(({ name, quoted }) => `${name}: ${quoted}`)).toEqual([]);
});

it('excuses no word that help does not quote, or that the screen says', () => {
  const excused = [...OTHERWISE.keys()];
  expect(excused.filter((word) => isShown(word) || quotes.every(({ quoted }) => quoted !== word))).toEqual([]);
});
