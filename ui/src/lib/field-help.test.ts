import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fieldHelp } from './help';
import { DATA, writtenFields } from './written-fields';

interface Said {
  at: string;
  label: string;
  text: string;
}

/** What is said of every field, as its files have it. */
const FOLDER = '../assets/help/fields';
const said = readdirSync(FOLDER).flatMap((name) => {
  const found: Said[] = [];
  let at = '';
  for (const line of readFileSync(`${FOLDER}/${name}`, 'utf8').split('\n')) {
    const table = /^\["?([^\]"]+)"?\]$/.exec(line)?.[1];
    if (table !== undefined) at = table === 'everywhere' ? '' : table;
    const [, label, text] = /^"(.+)" = "(.+)"$/.exec(line) ?? [];
    if (label !== undefined && text !== undefined) found.push({ at, label, text });
  }
  return found;
});
const fields = writtenFields();
const places = fields.flatMap(({ source, routes, labels, hasHint }) => routes.flatMap((path) => labels.map((label) => ({ source, path, label, hasHint }))));
/** What only the records name is told of by its page; every other field by its name. */
const isOfRecords = (label: string) => label.replaceAll(DATA, '').replaceAll(/[（）　]/g, '') === '';
const named = said.filter(({ label }) => !isOfRecords(label.replaceAll('*', DATA)));
const tells = (path: string, label: string) => fieldHelp(isOfRecords(label) ? said : named, { path }, label);

it('says of a field what its own name and the nearest place have to say', () => {
  const all = [
    { at: '', label: '備考', text: 'anywhere' },
    { at: 'accounts', label: '備考', text: 'in the accounts' },
    { at: 'accounts', label: '*', text: 'anything of the accounts' },
    { at: '', label: '*の備考', text: "somebody's" },
  ];
  const told = (path: string, label: string) => fieldHelp(all, { path }, label);
  expect(told('roster/new', '備考')).toBe('anywhere');
  expect(told('accounts/new', '備考')).toBe('in the accounts');
  expect(told('accounts/new', '山田さんの備考')).toBe("somebody's");
  expect(told('accounts/new', 'メモ')).toBe('anything of the accounts');
  expect(told('roster/new', 'メモ')).toBeUndefined();
});

it('sees the fields of the desk', () => {
  expect(fields.length).toBeGreaterThan(550);
  const labelsAt = (path: string) => places.filter((one) => one.path === path).map(({ label }) => label);
  expect(labelsAt('accounts/new')).toEqual(expect.arrayContaining(['内容', '金額', 'どこへ入れたか', 'どこから', '財源']));
  expect(labelsAt('meetings/rules/:kind')).toEqual(expect.arrayContaining(['定足数（総数の）', '書面表決', `${DATA}は、なにの`]));
  expect(labelsAt('accounts/equipment/new')).toContain('寄贈した人・団体');
});

it('says something of every field: its hint below it, or a sentence of help', () => {
  const silent = places.filter(({ path, label, hasHint }) => !hasHint && tells(path, label) === undefined);
  expect(silent.map(({ source, path, label }) => `${label} (${path}, ${source})`)).toEqual([]);
});

it('says nothing of a field that is not there', () => {
  const told = new Set(places.map(({ path, label }) => tells(path, label)));
  const mayBeOfRecords = (at: string) => places.some(({ path, label }) => label === DATA && fieldHelp([{ at, label: '*', text: 'here' }], { path }, label) !== undefined);
  const lost = said.filter(({ at, text }) => !told.has(text) && !mayBeOfRecords(at));
  expect(lost.map(({ at, label }) => `${label} (${at})`)).toEqual([]);
});
