// A seat in the real window, on a display of its own.

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { test as base, expect } from '@playwright/test';
import { prepareOffice } from './prepared';
import { Program, TODAY, built, freshFolder, keepPicture, results } from './programs';
import type { Seat } from './seat';
import { WebDriver, freePort } from './webdriver';

const CHORD = /\+(?=.)/;

class WindowSeat implements Seat {
  readonly name = 'window';
  readonly data: string;

  constructor(
    readonly driver: WebDriver,
    readonly stage: string,
    readonly env: Record<string, string>,
  ) {
    this.data = join(stage, 'data');
  }

  /** Starts the program once more on the same folder; answers with the code with which it ends. */
  async startAgain(): Promise<number | null> {
    const again = new Program(built('machi-no-jimukyoku'), [], this.env);
    const code = await Promise.race([again.ended(), setTimeout(10_000, null)]);
    again.end();
    return code;
  }

  press(chord: string): Promise<void> {
    return this.driver.chord(chord.split(CHORD));
  }

  type(text: string): Promise<void> {
    return this.driver.type(text);
  }

  tap(x: number, y: number): Promise<void> {
    return this.driver.tap(x, y);
  }

  ask<A extends unknown[], R>(question: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.driver.run(`return (${question})(...arguments)`, args) as Promise<R>;
  }

  load(script: string): Promise<unknown> {
    return this.driver.run(script, []);
  }

  async picked(): Promise<string> {
    return readFileSync(join(this.stage, 'pick.txt'), 'utf8');
  }

  async willPick(file: string): Promise<void> {
    writeFileSync(join(this.stage, 'pick.txt'), file);
  }

  async filesOf(act: () => Promise<void>): Promise<string[]> {
    const before = this.#made();
    const made = () => this.#made().filter((file) => !before.includes(file) && !file.endsWith('.part'));
    await act();
    await expect.poll(made, { message: 'a file is made' }).not.toEqual([]);
    return made();
  }

  /** A picture may be one frame old: it counts when two in a row are the same, or a caret keeps blinking. */
  async picture(name: string): Promise<void> {
    let last: Buffer = Buffer.alloc(0);
    let shot = await this.driver.screenshot();
    for (let tries = 0; tries < 3 && !last.equals(shot); tries += 1) {
      await this.ask(() => new Promise<boolean>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
      [last, shot] = [shot, await this.driver.screenshot()];
    }
    keepPicture(this.name, name, shot);
  }

  /** What was saved where the user chose, and what was laid out for the viewer. */
  #made(): string[] {
    const folders = [join(this.stage, 'out'), join(this.stage, 'data', 'papers')].filter((folder) => existsSync(folder));
    return folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  }
}

/** How large the screen is, px. */
interface Glass {
  width: number;
  height: number;
}

const LAPTOP: Glass = { width: 1366, height: 768 };

/** Tests with a window of their own, as large as the screen, on a new data folder or on one with an office in it. */
export const test = base.extend<{ seat: WindowSeat; glass: Glass; today: string; hasOffice: boolean }>({
  glass: [LAPTOP, { option: true }],
  today: [TODAY, { option: true }],
  hasOffice: [false, { option: true }],
  seat: async ({ glass, today, hasOffice }, use) => {
    const stage = freshFolder();
    if (hasOffice) await prepareOffice(join(stage, 'data'));
    for (const folder of [join(results, 'window'), join(stage, 'out')]) mkdirSync(folder, { recursive: true });
    const display = new Program('Xvfb', ['-displayfd', '1', '-screen', '0', `${glass.width}x${glass.height}x24`, '-nolisten', 'tcp'], {});
    const port = await freePort();
    const env = {
      DISPLAY: `:${await display.firstLine()}`,
      TAURI_WEBVIEW_AUTOMATION: 'true',
      JIMUKYOKU_DATA: join(stage, 'data'),
      JIMUKYOKU_TODAY: today,
      JIMUKYOKU_REHEARSAL: stage,
    };
    const driver = new Program('WebKitWebDriver', [`--port=${port}`], env);
    try {
      const window = await WebDriver.open(port, built('machi-no-jimukyoku'));
      if (glass !== LAPTOP) await window.resize(glass.width, glass.height);
      await use(new WindowSeat(window, stage, env));
      await window.close();
    } finally {
      driver.end();
      display.end();
    }
  },
});
