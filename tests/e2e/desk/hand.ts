// A finger on a tablet: what is large enough and lies free is tapped, the keys are those on the screen.

import { expect } from '@playwright/test';
import { focused, leavesPage, standsInNextPage, type Seat } from './seat';

/** What a finger hits without aiming, px. */
const FINGER = 44;

/** How long a finger takes from where it is seen to go to the glass, ms: a quick one. */
const ON_ITS_WAY = 150;

/** A finger: it taps what is large enough, and writes with the keys on the screen. */
export class Hand {
  constructor(readonly seat: Seat) {}

  /** Taps the link, the button or the choice of these words; where many look the same, the one in the group of this name. */
  async tap(words: string, group = ''): Promise<void> {
    await this.#tap(words, 'a[href], button, label', group);
  }

  async write(label: string, text: string): Promise<void> {
    const touched = async () => {
      await this.#tap(label, 'input, textarea');
      return focused(this.seat);
    };
    // What moves away under the finger is touched once more.
    await expect.poll(touched, { message: `${label} is ready to be written in` }).toContain(label);
    await this.seat.press('Control+a');
    await this.seat.type(text);
    // 次へ of the keys on the screen: what was offered below the field closes.
    await this.seat.press('Enter');
  }

  /** What the tablet's own list of choices, which is no part of the page, gives back. */
  async choose(label: string, option: string): Promise<void> {
    await expect.poll(() => this.seat.ask(chosen, label, option), { message: `${label} offers ${option}` }).toBe(true);
  }

  /** Nobody has to push the page sideways. */
  async nothingIsCut(): Promise<void> {
    const over = await this.seat.ask(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, 'the page is as wide as the tablet').toBeLessThanOrEqual(0);
  }

  async #tap(words: string, kinds: string, group = ''): Promise<void> {
    const { x, y, height } = await this.#resting(words, kinds, group);
    expect(height, `${words} is large enough for a finger`).toBeGreaterThanOrEqual(FINGER);
    const leaves = await this.seat.ask(leavesPage);
    await this.seat.tap(x, y);
    if (leaves) await expect.poll(() => this.seat.ask(standsInNextPage), { message: `the page behind ${words} has come` }).toBe(true);
  }

  /** Where it lies, once it lies still for as long as a finger is on its way. */
  async #resting(words: string, kinds: string, group: string): Promise<Place> {
    let [before, place]: (Place | null)[] = [null, null];
    const lies = async () => {
      [before, place] = [place, await this.seat.ask(placeOf, words, kinds, group)];
      return place !== null && before?.x === place.x && before.y === place.y;
    };
    await expect.poll(lies, { message: `${words} lies free and still`, intervals: [ON_ITS_WAY] }).toBe(true);
    return place as unknown as Place;
  }
}

interface Place {
  x: number;
  y: number;
  height: number;
}

/** The middle of what bears these words, brought into sight; none while it is not there or lies under something else; runs in the page. */
function placeOf(words: string, kinds: string, group: string): Place | null {
  const bare = (text: string) => text.replace(/\s+/g, '');
  const isField = (it: Element) => it instanceof HTMLInputElement || it instanceof HTMLTextAreaElement;
  const names = (it: HTMLElement) => (isField(it) ? [...((it as HTMLInputElement).labels ?? [])].map((label) => bare(label.innerText)) : [bare(it.innerText), bare(it.ariaLabel ?? '')]);
  const within = group === '' ? [document] : [...document.querySelectorAll('[role=group]')].filter((one) => one.ariaLabel === group);
  const all = within.flatMap((one) => [...one.querySelectorAll<HTMLElement>(kinds)]).filter((it) => it.checkVisibility() && (!isField(it) || !it.matches('[type=radio], [type=checkbox]')));
  const it = all.find((one) => names(one).includes(bare(words))) ?? all.find((one) => !isField(one) && names(one).some((name) => name.includes(bare(words))));
  // What was pressed before is still being written.
  if (it === undefined || it.matches(':disabled, [aria-disabled=true]')) return null;
  it.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (it instanceof HTMLAnchorElement) it.focus({ preventScroll: true });
  const { left, top, width, height } = it.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const hit = document.elementFromPoint(x, y);
  return it.contains(hit) ? { x, y, height } : null;
}

/** Chooses an option of a list, once it is there; runs in the page. */
function chosen(label: string, option: string): boolean {
  const list = [...document.querySelectorAll('select')].find((one) => [...one.labels].some((it) => it.innerText.trim() === label));
  const place = [...(list?.options ?? [])].findIndex((one) => one.label === option);
  if (list === undefined || place < 0) return false;
  list.selectedIndex = place;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}
