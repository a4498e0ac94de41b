// The rules of the page that no compiler knows. Prints every breach with its place; silence is good.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const SOURCE = 'src';
const LONGEST = 250;
const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff\uff01-\uff9f]/;
const AMOUNT_RECKONED = /_yen\b\s*[-+*/%](?![/>])|[-+*/%]\s*[\w.?]*_yen\b/;

const files = readdirSync(SOURCE, { recursive: true })
  .map((path) => join(SOURCE, path))
  .filter((path) => /\.(ts|svelte)$/.test(path))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
const isTest = ({ path }) => path.endsWith('.test.ts');
const isWords = ({ path }) => path.startsWith('src/strings/') || path.startsWith('src/generated/');
const product = files.filter((file) => !isTest(file) && !isWords(file));
const breaches = [];
const tell = (path, line, words) => breaches.push(`${path}:${line}  ${words}`);

/** The text without its comments, line for line. */
function uncommented(text) {
  const blank = (found) => found.replace(/[^\n]/g, ' ');
  return text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, blank).replace(/(^|\s)\/\/.*$/gm, '$1');
}

function lines() {
  const rules = [
    [/\{@html/, 'markup is never inserted as text'],
    [/\sstyle=/, 'the content policy forbids inline styles'],
    [JAPANESE, 'words for the reader belong to src/strings'],
  ];
  for (const { path, text } of product) {
    for (const [i, line] of uncommented(text).split('\n').entries()) {
      for (const [pattern, words] of rules) if (pattern.test(line)) tell(path, i + 1, words);
      if (/^src\/(pages|parts|app)\//.test(path) && AMOUNT_RECKONED.test(line)) tell(path, i + 1, 'amounts are reckoned in Rust');
    }
  }
}

/** What an attempt leads on to is said apart from what it does, so that a slow answer leads nobody away from where she went. */
function leadings() {
  const LEADS = /\b(?:go|goOn|goBack|refine|onclose|onsaved)\(/;
  for (const { path, text } of product) {
    for (const { 2: body, index } of text.matchAll(/^( *).*\.run\(async \(\) => \{\n([\s\S]*?)^\1\}/gm)) {
      const awaited = body.indexOf('await ');
      if (awaited >= 0 && LEADS.test(body.slice(awaited))) tell(path, text.slice(0, index).split('\n').length, 'what comes next is the second word to «run»');
    }
    for (const { index } of text.matchAll(/if \(await .*\.run\(.*\)\) (?:go|goOn|goBack|refine)\(/g)) tell(path, text.slice(0, index).split('\n').length, 'what comes next is the second word to «run»');
  }
}

function sizes() {
  for (const { path, text } of files) {
    const length = text.split('\n').length - 1;
    if (length > LONGEST && !path.startsWith('src/generated/')) tell(path, length, `longer than ${LONGEST} lines`);
  }
}

const MAY_USE = {
  'src/app': ['app', 'backend', 'generated', 'lib', 'pages', 'parts', 'strings'],
  'src/backend': ['backend', 'generated', 'lib', 'strings'],
  'src/lib': ['lib'],
  'src/pages': ['backend', 'generated', 'lib', 'parts', 'strings'],
  'src/parts': ['lib', 'parts', 'strings'],
  'src/strings': ['generated'],
};
// Papers are attached to records of every area, and all of them have their timeline: those parts ask the core themselves, so that no page has to.
// The laid-out page, and a stranger's file as read, are data of the core; their shape is written down once, there.
const ASKS_ITSELF = ['src/parts/attachments/', 'src/parts/timeline/'];
const KNOWS_SHEETS = ['src/parts/paper/', 'src/parts/intake/'];

function reaches(path, target) {
  const layer = path.split('/').slice(0, 2).join('/');
  const [, wanted, area] = target.split('/');
  if (layer === 'src/pages' && wanted === 'pages') {
    const own = path.split('/')[2];
    return own === 'index.ts' || area === own || target === 'src/pages/page';
  }
  if (wanted === 'generated' && KNOWS_SHEETS.some((folder) => path.startsWith(folder))) return true;
  if (['backend', 'generated'].includes(wanted) && ASKS_ITSELF.some((folder) => path.startsWith(folder))) return true;
  return MAY_USE[layer]?.includes(wanted) ?? true;
}

function layers() {
  for (const { path, text } of files.filter((file) => !isTest(file))) {
    for (const [, from] of text.matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
      if (from.startsWith('@tauri-apps/') && path !== 'src/backend/tauri.ts') tell(path, 1, 'only backend/tauri.ts knows the window');
      if (!from.startsWith('.')) continue;
      const target = normalize(join(dirname(path), from)).replaceAll('\\', '/');
      if (!reaches(path, target)) tell(path, 1, `may not use ${target}`);
    }
  }
}

/** Words that nobody shows. Groups that are chosen from by a value count as used as a whole. */
function unusedWords() {
  const everything = product.map(({ text }) => text).join('\n');
  const isUsed = (key) => new RegExp(`\\.${key}\\b`).test(everything);
  const isChosenFrom = (key) => new RegExp(`\\.${key}\\s*(\\?\\.)?\\[`).test(everything) || new RegExp(`each \\w+\\.${key} as`).test(everything);
  for (const { path, text } of files.filter(({ path }) => path.startsWith('src/strings/'))) {
    const above = [];
    let group = '';
    for (const [i, line] of text.split('\n').entries()) {
      group = /^(?:export )?const (\w+)/.exec(line)?.[1] ?? group;
      const [, indent, key, rest] = /^(\s+)'?([\w-]+)'?:(.*)$/.exec(line) ?? [];
      if (key === undefined || !/^\s{2,}/.test(indent) || /^ (string|number)/.test(rest)) continue;
      const depth = indent.length / 2 - 1;
      above.length = depth;
      if (![group, ...above].some(isChosenFrom) && !isUsed(key)) tell(path, i + 1, `nobody shows «${key}»`);
      above[depth] = key;
    }
  }
}

[lines, leadings, sizes, layers, unusedWords].forEach((check) => check());
if (breaches.length > 0) {
  console.error(breaches.join('\n'));
  process.exit(1);
}
