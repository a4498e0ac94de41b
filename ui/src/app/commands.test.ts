import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listen } from './commands';

const commands = { search: vi.fn(), undo: vi.fn(), redo: vi.fn(), help: vi.fn() };
let stop = () => {};
const press = (key: string, init: KeyboardEventInit = {}, on: EventTarget = document.body) => on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));

beforeEach(() => {
  vi.clearAllMocks();
  stop = listen(commands);
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

function button(act: string): () => number {
  const one = document.createElement('button');
  const pressed = vi.fn();
  one.dataset.act = act;
  one.addEventListener('click', pressed);
  document.body.append(one);
  return () => pressed.mock.calls.length;
}

test('the keys of the help page do what it says', () => {
  press('k', { ctrlKey: true });
  press('z', { ctrlKey: true });
  press('y', { ctrlKey: true });
  press('F1');
  expect([commands.search, commands.undo, commands.redo, commands.help].map((one) => one.mock.calls.length)).toEqual([1, 1, 1, 1]);
});

test('inside a field Ctrl+Z stays the field’s own', () => {
  const field = document.createElement('input');
  document.body.append(field);
  press('z', { ctrlKey: true }, field);
  expect(commands.undo).not.toHaveBeenCalled();
});

test('Ctrl+Enter presses the main act, Esc goes back, Ctrl+P prints', () => {
  const pressed = ['main', 'back', 'print'].map(button);
  press('Enter', { ctrlKey: true });
  press('Escape');
  press('p', { ctrlKey: true });
  expect(pressed.map((times) => times())).toEqual([1, 1, 1]);
});

test('Esc that ends the conversion of kana does not leave the page', () => {
  const back = button('back');
  press('Escape', { isComposing: true });
  expect(back()).toBe(0);
});
