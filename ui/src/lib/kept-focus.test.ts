import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepFocus } from './kept-focus';

let stop = () => {};
beforeEach(() => {
  document.body.innerHTML = '<main><h1>山田</h1><section><h2>世帯</h2><ul><li><button id="out">出る</button></li></ul></section><button id="form">人が入る</button></main>';
  stop = keepFocus(document.body);
});
afterEach(() => stop());
const main = () => document.querySelector('main') as HTMLElement;
const at = () => document.activeElement?.textContent;
const seen = () => new Promise((done) => setTimeout(done));

test('a form in place of its button is begun at its heading', async () => {
  document.getElementById('form')?.focus();
  document.getElementById('form')?.remove();
  main().insertAdjacentHTML('beforeend', '<section><h2>人が入る</h2><input></section>');
  await seen();
  expect(at()).toBe('人が入る');
});

test('a field that stands before any heading is begun at', async () => {
  document.getElementById('form')?.focus();
  document.getElementById('form')?.remove();
  main().insertAdjacentHTML('beforeend', '<section><select><option>東</option></select></section><section><h2>集計</h2></section>');
  await seen();
  expect(document.activeElement?.tagName).toBe('SELECT');
});

test('where something only went, the keyboard stays at the heading around it', async () => {
  document.getElementById('out')?.focus();
  document.querySelector('li')?.remove();
  await seen();
  expect(at()).toBe('世帯');
});

test('what still stands keeps the focus', async () => {
  document.getElementById('form')?.focus();
  document.querySelector('section')?.remove();
  await seen();
  expect(at()).toBe('人が入る');
});
