// What a page that has been tampered with still cannot do in the real window.

import { expect } from '@playwright/test';
import { test } from './desk/window';

const REFUSED = 'refused';

test('the window stays on its own page', async ({ seat }) => {
  const home = await seat.ask(() => location.href);
  await seat.ask(() => void (location.href = 'about:blank'));
  await seat.ask(() => void window.open('about:blank'));
  await seat.ask(() => new Promise((done) => setTimeout(done, 300)));
  expect(await seat.ask(() => location.href)).toBe(home);
});

test('nothing goes out and no stranger\'s script runs', async ({ seat }) => {
  const fetched = await seat.ask(() => fetch('https://example.com/').then(() => 'sent', () => 'refused'));
  expect(fetched).toBe(REFUSED);
  const evaluated = await seat.ask(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken"';
    document.head.append(script);
    return document.title === 'taken' ? 'ran' : 'refused';
  });
  expect(evaluated).toBe(REFUSED);
});

test('only the desk\'s own commands are answered', async ({ seat }) => {
  for (const command of ['plugin:window|close', 'plugin:webview|create_webview_window', 'plugin:fs|read_file', 'plugin:path|resolve']) {
    const answer = await seat.ask((name) => {
      const { invoke } = (window as unknown as { __TAURI_INTERNALS__: { invoke(name: string): Promise<unknown> } }).__TAURI_INTERNALS__;
      return invoke(name).then(() => 'answered', () => 'refused');
    }, command);
    expect(answer, command).toBe(REFUSED);
  }
});

test('a second start ends and leaves the first window at work', async ({ seat }) => {
  expect(await seat.startAgain()).toBe(0);
  expect(await seat.ask(() => document.visibilityState)).toBe('visible');
});
