// Somebody at the desk, by keyboard: what she presses and types, and what she then sees. The same in a browser and
// in the real window, so that every journey is written once.

import { expect } from '@playwright/test';

/** What a browser or a window must be able to do. */
export interface Seat {
  /** Where pictures of this seat are kept. */
  readonly name: string;
  /** The folder in which the office lies. */
  readonly data: string;
  /** A key or a chord, such as `Tab` or `Control+Enter`. */
  press(chord: string): Promise<void>;
  /** Keys of one text after the other. */
  type(text: string): Promise<void>;
  /** A finger on the glass, px from the upper left corner of the page. */
  tap(x: number, y: number): Promise<void>;
  /** Runs a self-contained function in the page. */
  ask<A extends unknown[], R>(question: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Runs a script in the page, past its content policy. */
  load(script: string): Promise<unknown>;
  /** What the next file dialog will be answered with; `isGivenBack` where the program writes into it. */
  willPick(file: string, isGivenBack?: boolean): Promise<void>;
  /** The files that this act hands to the user. */
  filesOf(act: () => Promise<void>): Promise<string[]>;
  /** The file that was picked to be given back, as the program has left it. */
  picked(): Promise<string>;
  picture(name: string): Promise<void>;
}

/** This name and no longer one; a wide space is a space to whoever hears it. */
export const exactly = (name: string) => new RegExp(`^${name.replaceAll('　', '[ 　]')}$`);

/** What a screen reader would call the focused element; runs in the page. */
function focusedName(): string {
  const it = document.activeElement;
  if (!(it instanceof HTMLElement) || it === document.body) return '';
  const labels = 'labels' in it ? [...((it.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
  const named = (it.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
  const inside = it.matches('a, button, summary, [role]') ? it.innerText : '';
  const words = [it.ariaLabel, ...named.map((one) => one?.innerText), ...labels.map((one) => one.innerText), inside, it.title];
  return (words.find((one) => one?.trim()) ?? '').replace(/\s+/g, ' ').trim();
}

/** The name of what has the keyboard. */
export const focused = (seat: Seat) => seat.ask(focusedName);

/** Presses Tab until the element of this name has the focus. */
export async function reach(seat: Seat, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 150; step += 1) {
    const here = await seat.ask(focusedName);
    if (typeof name === 'string' ? here.includes(name.replace(/\s+/g, ' ')) : name.test(here)) return;
    passed.push(here);
    await seat.press('Tab');
  }
  throw new Error(`Tab never comes to ${name}. It passes: ${[...new Set(passed)].join(' | ')}`);
}

/** What the keyboard came past is nearer backwards than around the whole page; a group of choices is left by its other end. */
export async function backTo(seat: Seat, names: string[], most = 8): Promise<void> {
  for (let step = 0; step < most && !names.includes(await focused(seat)); step += 1) await seat.press('Shift+Tab');
  expect(names, 'the keyboard is back').toContain(await focused(seat));
}

/** Marks the link to another page that has the focus as left, and tells whether there is one; runs in the page. */
export function leavesPage(): boolean {
  const it = document.activeElement;
  if (!(it instanceof HTMLAnchorElement) || !it.hash.startsWith('#/')) return false;
  const path = (hash: string) => hash.split('?')[0];
  if (path(it.hash) === path(window.location.hash)) return false;
  it.dataset['left'] = '';
  return true;
}

/** Whether the reader stands in the next page, where its heading has taken her; runs in the page. */
export function standsInNextPage(): boolean {
  const it = document.activeElement;
  return it instanceof HTMLElement && it.closest('main') !== null && it.dataset['left'] === undefined;
}

/** Goes to a button or link by Tab and presses it; after a link to another page, waits until that page is there. */
export async function use(seat: Seat, name: string | RegExp): Promise<void> {
  await reach(seat, name);
  const leaves = await seat.ask(leavesPage);
  await seat.press('Enter');
  if (leaves) await expect.poll(() => seat.ask(standsInNextPage), { message: `the page behind ${name} has come` }).toBe(true);
}

/** Goes to an area by its name beside every page; a button that only begins with that name is another one. */
export function goTo(seat: Seat, area: string): Promise<void> {
  return use(seat, new RegExp(`^${area}$`));
}

/** Goes to a field by Tab, replaces what stands in it, and leaves it as typing does. */
export async function fill(seat: Seat, name: string | RegExp, text: string): Promise<void> {
  await reach(seat, name);
  await seat.press('Control+a');
  await seat.type(text);
}

/** Goes to a list by Tab and moves along it to an option, once it is there. */
export async function choose(seat: Seat, name: string | RegExp, option: string): Promise<void> {
  await reach(seat, name);
  const stepsTo = (wanted: string) => {
    const { options, selectedIndex } = document.activeElement as HTMLSelectElement;
    const place = [...options].findIndex(({ label }) => label.includes(wanted));
    return place < 0 ? null : place - selectedIndex;
  };
  await expect.poll(() => seat.ask(stepsTo, option), { message: `${name} offers ${option}` }).not.toBeNull();
  const steps = (await seat.ask(stepsTo, option)) ?? 0;
  for (let left = Math.abs(steps); left > 0; left -= 1) await seat.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  expect(await seat.ask(stepsTo, option), `${option} is chosen`).toBe(0);
}

export const shownText = (seat: Seat) => seat.ask(() => document.body.innerText);

/** Waits until these words can be read on the page. */
export async function see(seat: Seat, ...words: (string | RegExp)[]): Promise<void> {
  for (const one of words) {
    await expect.poll(() => shownText(seat), { message: `${one} is on the page` }).toMatch(one instanceof RegExp ? one : literally(one));
  }
}

const literally = (words: string) => new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
