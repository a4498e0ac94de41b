// The built programs, each started on a folder of its own and ended together with all that it started.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const top = resolve(import.meta.dirname, '../../..');

/** A program that cargo has built. */
export const built = (name: string) => join(process.env['CARGO_TARGET_DIR'] ?? join(top, 'target'), 'debug', name);

/** A file of the sample council, as its secretary keeps it. */
export const sample = (name: string) => join(top, 'assets/sample', name);

/** A file that only tests bring in. */
export const fixture = (name: string) => join(top, 'tests/fixtures', name);

/** A picture, as a scanner or a telephone gives one. */
export const scan = fixture('scan.png');

/** A receipt as a telephone held sideways gives it: JPEG and HEIC, both to be turned upright; and one on paper of a PDF. */
export const lying = { jpeg: fixture('pictures/lying.jpg'), heic: fixture('pictures/lying.heic'), pdf: fixture('pictures/bill.pdf') };

/** Two more of them. */
export const moreScans = { first: join(top, 'src-tauri/icons/256.png'), second: join(top, 'src-tauri/icons/512.png') };

/** Where the pictures of the pages of help lie. */
export const helpPictures = join(top, 'assets/help/pictures');

/** The pages of help: a route that each is about, its title, and the address of the screen in its picture. */
export const helpPages = () =>
  readdirSync(join(top, 'assets/help/pages')).sort().map((file) => {
    const text = readFileSync(join(top, 'assets/help/pages', file), 'utf8');
    const find = (pattern: RegExp) => pattern.exec(text)?.[1] ?? '';
    return { id: file.replace(/\.md$/, ''), title: find(/^title = "(.*)"$/m), at: find(/^at = \["([^"]+)"/m), picture: find(/^picture = "(.*)"$/m) };
  });

/** Where pictures are kept. */
export const results = join(top, 'tests/e2e/results');

/** Keeps what was seen under its name and the size of the screen, so that no screen writes over another's: days-1-1366x768.png. */
export function keepPicture(kind: string, name: string, png: Buffer): void {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  writeFileSync(join(results, kind, `${name}-${width}x${height}.png`), png);
}

/** The day on which every test happens: two weeks before the sample year's reports are due. */
export const TODAY = '2026-03-14';

export const freshFolder = () => mkdtempSync(join(tmpdir(), 'jimukyoku-'));

export class Program {
  readonly #child: ChildProcess;

  constructor(name: string, args: string[], env: Record<string, string>) {
    // A process group of its own: the driver's window would outlive a driver that is ended alone.
    this.#child = spawn(name, args, { detached: true, stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...env } });
  }

  /** The first line that it says. */
  async firstLine(): Promise<string> {
    for await (const line of createInterface({ input: this.#child.stdout! })) return line;
    throw new Error(`${this.#child.spawnfile} ended without a word`);
  }

  /** The code with which it ends by itself. */
  ended(): Promise<number | null> {
    return new Promise((done) => this.#child.on('exit', done));
  }

  end(): void {
    try {
      process.kill(-this.#child.pid!, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}
