import { afterEach, beforeEach, expect, test } from 'vitest';
import { fieldOf, rememberField } from './field';

const at = (selector: string) => document.querySelector<HTMLElement>(selector);

beforeEach(() => {
  document.body.innerHTML = `
    <header class="top"><input id="search" aria-label="さがす"></header>
    <main>
      <label for="on">日付</label><input id="on" aria-describedby="on-below"><div id="on-below"><p>読めません</p><p data-hint>今日 でも入ります</p></div>
      <div role="radiogroup" aria-labelledby="kind" aria-describedby="kind-hint"><span id="kind">種類</span><label><input id="cash" type="radio">現金</label></div><p id="kind-hint" data-hint>どちらか一つ</p>
      <div role="group" aria-labelledby="got"><span id="got">領収書</span><label><input id="has" type="checkbox">あります</label></div>
      <label><input id="make" type="checkbox"><span>夏祭りを作る</span><span aria-hidden="true">夏祭り</span></label>
      <fieldset><legend>出す列</legend><label><input id="column" type="checkbox">住所</label></fieldset>
      <fieldset><legend>来賓1</legend><label for="office">職</label><input id="office"></fieldset>
      <button id="save">保存する</button>
    </main>`;
});
afterEach(() => document.body.replaceChildren());

test('a field is called as it stands on the page, and its hint is told without what is wrong with it', () => {
  expect(fieldOf(at('#on'))).toMatchObject({ label: '日付', hint: '今日 でも入ります' });
  expect(fieldOf(at('#office'))).toMatchObject({ label: '職', hint: '' });
  expect(fieldOf(at('#search'))?.label).toBe('さがす');
});

test('what is chosen or ticked is asked about by the name above it', () => {
  expect(fieldOf(at('#cash'))).toMatchObject({ label: '種類', hint: 'どちらか一つ' });
  expect(fieldOf(at('#has'))?.label).toBe('領収書');
  expect(fieldOf(at('#column'))?.label).toBe('出す列');
  expect(fieldOf(at('#make'))?.label).toBe('夏祭りを作る');
});

test('what is no field is not asked about', () => {
  expect(fieldOf(at('#save'))).toBeNull();
  expect(fieldOf(null)).toBeNull();
});

test('the last field of the form is remembered while it stands there', () => {
  HTMLElement.prototype.checkVisibility ??= () => true;
  const fields = rememberField(document.body);
  const enter = (selector: string) => at(selector)?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  expect(fields.last()).toBeNull();
  enter('#on');
  enter('#save');
  enter('#search');
  expect(fields.last()?.label).toBe('日付');
  at('#on')?.remove();
  expect(fields.last()).toBeNull();
  fields.stop();
});
