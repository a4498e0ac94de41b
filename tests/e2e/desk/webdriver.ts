// As much of WebDriver as a seat needs.

import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

type KeyAction = { type: 'keyDown' | 'keyUp'; value: string };

/** Names of keys as Playwright has them, codes as WebDriver has them. */
const KEYS: Record<string, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  Backspace: '\uE003',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  F1: '\uE031',
};

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function listens(port: number): Promise<void> {
  const once = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.unref();
    });
  for (let tries = 0; !(await once()); tries += 1) {
    if (tries > 500) throw new Error('WebKitWebDriver does not answer');
    await setTimeout(20);
  }
}

export class WebDriver {
  private constructor(readonly session: string) {}

  /** Opens the window of a built program. */
  static async open(port: number, binary: string): Promise<WebDriver> {
    await listens(port);
    const root = `http://127.0.0.1:${port}/session`;
    const wanted = { alwaysMatch: { 'webkitgtk:browserOptions': { binary } } };
    const { sessionId } = (await send('POST', root, { capabilities: wanted })) as { sessionId: string };
    return new WebDriver(`${root}/${sessionId}`);
  }

  run(script: string, args: unknown[]): Promise<unknown> {
    return send('POST', `${this.session}/execute/sync`, { script, args });
  }

  /** All keys down in order, then up again the other way round. */
  async chord(keys: string[]): Promise<void> {
    const values = keys.map((key) => KEYS[key] ?? key);
    await this.#keys([...values.map(down), ...values.reverse().map(up)]);
  }

  async type(text: string): Promise<void> {
    await this.#keys([...text].flatMap((value) => [down(value), up(value)]));
  }

  /** Down and up again at one place. */
  async tap(x: number, y: number): Promise<void> {
    const actions = [{ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await send('POST', `${this.session}/actions`, { actions: [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions }] });
  }

  /** The window as large as the glass of another machine, px. */
  async resize(width: number, height: number): Promise<void> {
    await send('POST', `${this.session}/window/rect`, { x: 0, y: 0, width, height });
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from((await send('GET', `${this.session}/screenshot`)) as string, 'base64');
  }

  async close(): Promise<void> {
    await send('DELETE', this.session);
  }

  async #keys(actions: KeyAction[]): Promise<void> {
    await send('POST', `${this.session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }
}

const down = (value: string): KeyAction => ({ type: 'keyDown', value });
const up = (value: string): KeyAction => ({ type: 'keyUp', value });

async function send(method: string, address: string, body?: object): Promise<unknown> {
  const answer = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) throw new Error(`${method} ${address}: ${JSON.stringify(value)}`);
  return value;
}
