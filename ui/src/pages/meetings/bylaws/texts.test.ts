import { expect, test } from 'vitest';
import type { BylawsShown, BylawsText } from '../../../generated/api';
import { chosen, stateOf } from './texts';

const text = (id: string): BylawsText => ({ id, from_label: '', until_label: '', body: '', decided_label: '', meeting_id: null, version: 1 });
const shown = (in_force: string | null): BylawsShown => ({ in_force, texts: ['c', 'b', 'a'].map(text) });

test('what stands above the text in force is still to come', () => {
  const states = (of: BylawsShown) => of.texts.map((one) => stateOf(of, one));
  expect(states(shown('b'))).toEqual(['coming', 'now', 'past']);
  expect(states(shown(null))).toEqual(['coming', 'coming', 'coming']);
});

test('the page opens with the text in force', () => {
  expect(chosen(shown('b'), undefined)?.id).toBe('b');
  expect(chosen(shown('b'), 'a')?.id).toBe('a');
  expect(chosen(shown(null), 'gone')?.id).toBe('c');
  expect(chosen({ in_force: null, texts: [] }, undefined)).toBeUndefined();
});
