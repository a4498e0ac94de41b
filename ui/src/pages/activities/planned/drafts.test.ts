import { expect, test } from 'vitest';
import type { ItemTaken } from '../../../generated/api';
import { sharing } from './drafts';

const taken = (activity: string, item_id: string, has_budget = false): ItemTaken => ({ activity, item_id, has_budget });

test('who else has chosen a 科目 is told while it is chosen, and nobody is its own other', () => {
  const all = [taken('夜市', 'costs', true), taken('敬老会', 'food', true)];
  expect(sharing(all, 'costs', ['朝市'])).toEqual(['夜市']);
  expect(sharing(all, 'costs', ['夜市'])).toEqual([]);
  expect(sharing(all, 'costs', ['夜市', '朝市'])).toEqual([]);
  expect(sharing(all, null, ['朝市'])).toEqual([]);
});

test('it is told until the budget is parted', () => {
  const all = [taken('夜市', 'costs', true), taken('朝市', 'costs')];
  expect(sharing(all, 'costs', ['夜市'])).toEqual([]);
  expect(sharing(all, 'costs', ['朝市'])).toEqual(['夜市']);
});
