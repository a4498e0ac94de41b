import { expect, test } from 'vitest';
import type { Choices } from '../../../generated/api';
import { blank, forActivity, forOccasion, unfilled, next } from './drafts';

const choices = { purses: [{ id: 'cash', fund_id: null }], items: [], committees: [], activities: [], occasions: [{ id: 'festival', activity_id: 'summer', name: '夏祭り' }] } as unknown as Choices;

test('the second receipt of an occasion is written up with it like the first', () => {
  const first = { ...blank('expense', choices, 'festival'), on: '7/20', amount: '1200' };
  const second = next(first, choices, 'festival');
  expect([second.occasion_id, second.activity_id, second.on, second.amount]).toEqual(['festival', 'summer', '7/20', '']);
});

test('a slip that was opened for no occasion leaves the next one free', () => {
  const first = { ...blank('expense', choices), occasion_id: 'festival', activity_id: 'summer' };
  expect(next(first, choices).occasion_id).toBeNull();
});

const planned = {
  ...choices,
  items: [{ id: 'festival costs', fund_id: null }, { id: 'drill costs', fund_id: null }, { id: 'of a fund', fund_id: 'fund' }],
  committees: [{ id: 'culture' }],
  activities: [
    { id: 'summer', item_id: 'festival costs', grant_id: 'city', committee_id: 'culture' },
    { id: 'drill', item_id: 'drill costs', grant_id: null, committee_id: 'dissolved' },
    { id: 'elsewhere', item_id: 'of a fund', grant_id: null, committee_id: null },
  ],
  occasions: [
    { id: 'festival', activity_id: 'summer' },
    { id: 'fire drill', activity_id: 'drill' },
  ],
} as unknown as Choices;

test('a 事業 proposes its 科目, 部会 and 財源 where nothing was chosen', () => {
  const { slip } = forActivity(blank('expense', planned), 'summer', planned);
  expect([slip.activity_id, slip.item_id, slip.committee_id, slip.grant_id]).toEqual(['summer', 'festival costs', 'culture', 'city']);
});

test('what was chosen before stays as it is', () => {
  const { slip } = forActivity({ ...blank('expense', planned), item_id: 'drill costs', grant_id: 'other', eligibility: 'eligible' }, 'summer', planned);
  expect([slip.item_id, slip.grant_id, slip.eligibility, slip.committee_id]).toEqual(['drill costs', 'other', 'eligible', 'culture']);
});

test('another 事業 puts its own in the place of what the first one proposed', () => {
  const first = forActivity(blank('expense', planned), 'summer', planned);
  const { slip } = forActivity(first.slip, 'drill', planned, first.memory);
  expect([slip.item_id, slip.committee_id, slip.grant_id]).toEqual(['drill costs', null, null]);
});

test('another 行事 puts what its 事業 proposes in the place of what the first one did, and of nothing typed', () => {
  const first = forOccasion(blank('expense', planned), 'festival', planned);
  const second = forOccasion(first.slip, 'fire drill', planned, first.memory);
  expect(second.slip).toMatchObject({ occasion_id: 'fire drill', activity_id: 'drill', item_id: 'drill costs', committee_id: null, grant_id: null });
  const typed = forOccasion({ ...first.slip, item_id: 'of a fund' }, 'fire drill', planned, first.memory);
  expect([typed.slip.item_id, typed.slip.grant_id]).toEqual(['of a fund', null]);
  const back = forActivity(typed.slip, 'summer', planned, typed.memory);
  expect([back.slip.item_id, back.slip.grant_id]).toEqual(['of a fund', 'city']);
});

test('the money that somebody chose stays, 自主財源 too', () => {
  const { slip, memory } = forActivity(blank('expense', planned), 'summer', planned, { ...unfilled, isPaid: true });
  expect([slip.grant_id, slip.item_id]).toEqual([null, 'festival costs']);
  const chosen = forActivity({ ...slip, grant_id: 'city', eligibility: 'eligible' }, 'drill', planned, memory);
  expect([chosen.slip.grant_id, chosen.slip.eligibility]).toEqual(['city', 'eligible']);
});

test('no 科目 of another 会計 and none of an income is proposed', () => {
  expect(forActivity(blank('expense', planned), 'elsewhere', planned).slip.item_id).toBeNull();
  expect(forActivity(blank('income', planned), 'summer', planned).slip).toMatchObject({ item_id: null, grant_id: null, committee_id: 'culture' });
});
