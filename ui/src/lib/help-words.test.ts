import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isShown } from './screen-words';

/** What is quoted and is no word of the screen, each with what it is. */
const OTHERWISE = new Map([
  ...['約80', '未提出', '4/1', '今日', '3千', '2万5千', '4、10', '末日', '毎月第2土曜', '偶数月の第3日曜', '毎週土曜', '通年', '月2回', '防災士の資格', '駐車場の番号'].map((typed) => [typed, 'what one may type'] as const),
  ...['両面', '短い辺でとじる', '実際の大きさ'].map((choice) => [choice, 'a choice of the printer'] as const),
  ['明細をCSVで書き出す', 'a choice of the page of a bank'],
  ['令和○年度', 'the year that the records are in'],
  ['返還', 'a step of a grant, named in Rust'],
  ['あ', 'a row of kana'],
  ['か', 'a row of kana'],
  ['。', 'a mark of writing'],
]);

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
