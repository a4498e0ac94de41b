import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { helpFor } from './help';

const between = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);
const textsIn = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));

const pages = textsIn('../assets/help/pages', '.md').map((text) => {
  const at = between(text.split('picture =')[0] ?? '', /"([a-z/:?=]+)"/g);
  const [title = ''] = between(text, /^title = "(.*)"$/gm);
  return { title, at };
});

it('leads from a page of the desk to what is said of it', () => {
  const titleOf = (path: string) => helpFor(pages, { path })?.title;
  expect(titleOf('accounts/receipts/0195-3f')).toBe('領収書をしまう');
  expect(titleOf('accounts/0195-3f')).toBe('記帳のまちがいを直す');
  expect(titleOf('accounts')).toBe('収入と支出を記帳する');
  expect(titleOf('meetings/0195-3f/items/0195-4a')).toBe('採決の結果を書く');
  expect(titleOf('activities/0195-3f')).toBe('行事の写真・お金・役割分担');
  expect(titleOf('activities/new')).toBe('行事を記録する');
  expect(titleOf('roster/print')).toBe('宛名ラベル・一覧・表彰状を刷る');
  expect(helpFor(pages, { path: 'roster/print', query: { kind: 'certificates', year: '2025' } })?.title).toBe('表彰状・感謝状を刷る');
  expect(titleOf('nowhere')).toBe(pages[0]?.title);
});

/** The routes of all pages of the desk, as `pages/index.ts` gathers them. */
const routes = textsIn('src/pages', '.ts').flatMap((text) => between(text, /route: [`']([^`']+)[`']/g));

it('names no page that is not there', () => {
  expect(routes.length).toBeGreaterThan(90);
  for (const at of pages.flatMap((page) => page.at)) {
    const [named = ''] = at.split('?');
    expect(routes.some((route) => route === named || route.startsWith(`${named}/`)), at).toBe(true);
  }
});

it('has a page for every place, of its own area, and never falls back to the first one in silence', () => {
  const all = [{ title: 'the first', at: [] as string[] }, ...pages];
  for (const route of routes.filter((one) => !one.startsWith(':'))) {
    const [area = ''] = route.split('/');
    const found = helpFor(all, { path: route });
    expect(found?.at.some((at) => at.split('/')[0] === area), route).toBe(true);
  }
});

it('has a page of its own for every task that is done on a page of its own', () => {
  const tasks = ['meetings/:id/reception', 'meetings/:id/booklet', 'meetings/rules/:kind', 'meetings/bylaws', 'meetings/:id/items/:item', 'activities/:id/attendance', 'activities/:id', 'handover/keys', 'activities/plan', 'home/year', 'handover/notes', 'meetings/:id/guests', 'accounts/equipment/seals', 'accounts/equipment/check'];
  for (const task of tasks) {
    expect(routes, task).toContain(task);
    expect(helpFor(pages, { path: task }), task).not.toBe(helpFor(pages, { path: task.split('/')[0] ?? '' }));
  }
});
