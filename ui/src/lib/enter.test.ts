import { afterEach, expect, test } from 'vitest';
import { enterMoves } from './enter';

function slip(): HTMLElement {
  document.body.replaceChildren();
  const form = document.createElement('div');
  const add = (tag: string, id: string, type?: string) => {
    const field = document.createElement(tag);
    field.id = id;
    if (type !== undefined) field.setAttribute('type', type);
    form.append(field);
  };
  add('input', 'date');
  add('select', 'item');
  add('textarea', 'note');
  document.body.append(form);
  enterMoves(form);
  return form;
}

const press = (init: KeyboardEventInit) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }));
const focused = () => document.activeElement?.id;
afterEach(() => document.body.replaceChildren());

test('Enter goes from field to field and stays in a text of many lines', () => {
  slip().querySelector<HTMLElement>('#date')?.focus();
  press({});
  expect(focused()).toBe('item');
  press({});
  expect(focused()).toBe('note');
  press({});
  expect(focused()).toBe('note');
});

test('Enter that confirms converted kana moves nothing', () => {
  slip().querySelector<HTMLElement>('#date')?.focus();
  press({ isComposing: true });
  expect(focused()).toBe('date');
});

test('Ctrl+Enter is left to the act of saving', () => {
  slip().querySelector<HTMLElement>('#date')?.focus();
  press({ ctrlKey: true });
  expect(focused()).toBe('date');
});

test('Enter on a suggestion is left to the field that offers it', () => {
  const date = slip().querySelector<HTMLElement>('#date');
  date?.setAttribute('aria-activedescendant', 'first');
  date?.focus();
  press({});
  expect(focused()).toBe('date');
});

test('Enter in the last field goes to the button of the page', () => {
  const form = slip();
  form.querySelector('#note')?.remove();
  const save = document.createElement('button');
  save.id = 'save';
  save.dataset.act = 'main';
  document.body.append(save);
  form.querySelector<HTMLElement>('#item')?.focus();
  press({});
  expect(focused()).toBe('save');
});

test('Enter stops once at a choice, chosen or not', () => {
  const form = slip();
  for (const answer of ['yes', 'no']) form.querySelector('#item')?.insertAdjacentHTML('beforebegin', `<input type="radio" name="verdict" id="${answer}">`);
  form.querySelector<HTMLElement>('#date')?.focus();
  press({});
  expect(focused()).toBe('yes');
  press({});
  expect(focused()).toBe('item');
  form.querySelector<HTMLInputElement>('#no')!.checked = true;
  form.querySelector<HTMLElement>('#date')?.focus();
  press({});
  expect(focused()).toBe('no');
});
