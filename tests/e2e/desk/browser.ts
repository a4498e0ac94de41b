// A seat in Chromium, before the real core behind the bridge.

import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { prepareOffice } from './prepared';
import { Program, TODAY, built, freshFolder, keepPicture, results } from './programs';
import type { Seat } from './seat';

class BrowserSeat implements Seat {
  readonly name = 'browser';
  readonly data: string;
  #picked = '';
  /** What the bridge calls the file that was handed to it last. */
  #token = '';

  constructor(
    readonly page: Page,
    readonly folder: string,
  ) {
    this.data = join(folder, 'data');
    // Listening from the start: Chromium takes a while until it asks us instead of opening a dialog.
    page.on('filechooser', (chooser) => void chooser.setFiles(this.#picked));
  }

  press(chord: string): Promise<void> {
    return this.page.keyboard.press(chord);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  tap(x: number, y: number): Promise<void> {
    return this.page.touchscreen.tap(x, y);
  }

  ask<A extends unknown[], R>(question: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.page.evaluate(`(${question})(...${JSON.stringify(args)})`);
  }

  load(script: string): Promise<unknown> {
    return this.page.evaluate(script);
  }

  async willPick(file: string, isGivenBack = false): Promise<void> {
    this.#picked = file;
    await this.page.unroute('**/upload');
    if (!isGivenBack) return;
    await this.page.route('**/upload', async (route) => {
      const response = await route.fetch();
      this.#token = ((await response.json()) as { token: string }).token;
      await route.fulfill({ response });
    });
  }

  /** The bridge works on what was handed to it, and gives it back. */
  async picked(): Promise<string> {
    const answer = await this.page.request.get(new URL(`/download/${encodeURIComponent(this.#token)}`, this.page.url()).href);
    const folder = join(this.folder, 'given-back');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, basename(this.#picked));
    writeFileSync(file, await answer.body());
    return file;
  }

  async filesOf(act: () => Promise<void>): Promise<string[]> {
    const coming = this.page.waitForEvent('download');
    await act();
    const download = await coming;
    const file = join(this.folder, download.suggestedFilename());
    await download.saveAs(file);
    return [file];
  }

  async picture(name: string): Promise<void> {
    keepPicture(this.name, name, await this.page.screenshot());
  }
}

/** What fails in the page without being shown: exceptions and what its content policy forbids. */
function failuresOf(page: Page): string[] {
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.stack ?? error.message));
  page.on('console', (message) => {
    // A refusal by the core is an answer like any other.
    if (message.type() === 'error' && !message.text().includes('422')) failures.push(message.text());
  });
  return failures;
}

/** Tests with a desk of their own: a new data folder, or one with an office in it, the page opened on it. */
export const test = base.extend<{ seat: BrowserSeat; today: string; hasOffice: boolean }>({
  today: [TODAY, { option: true }],
  hasOffice: [false, { option: true }],
  seat: async ({ page, today, hasOffice }, use) => {
    const folder = freshFolder();
    const data = join(folder, 'data');
    if (hasOffice) await prepareOffice(data);
    const bridge = new Program(built('bridge'), [], { JIMUKYOKU_DATA: data, JIMUKYOKU_TODAY: today });
    const failures = failuresOf(page);
    mkdirSync(join(results, 'browser'), { recursive: true });
    try {
      await page.goto(await bridge.firstLine());
      await use(new BrowserSeat(page, folder));
      expect(failures, 'nothing failed unseen').toEqual([]);
    } finally {
      bridge.end();
    }
  },
});
