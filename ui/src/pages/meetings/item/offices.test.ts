import { expect, test } from 'vitest';
import type { BodyChoice, Ending, Nomination } from '../../../generated/api';
import { nominatedOf, officesOf } from './offices';

const bodies = [{ id: 'c', kind: 'council', name: '協議会', label: '協議会' }] as BodyChoice[];
const nothing = { from_label: '', to_label: '', offices: [], vacant: [] } satisfies Ending;
const open = (title: string, person_id: string | null) => ({ role_id: null, organisation_id: 'c', title, person_id }) as Nomination;
const titles = (offices: { title: string }[]) => offices.map(({ title }) => title);

test('a council in which nobody holds an office can add one, and two seats of one name are two', () => {
  const added = [{ organisation_id: 'c', title: '会長' }, { organisation_id: 'c', title: '副会長' }, { organisation_id: 'c', title: '副会長' }];
  const offices = officesOf(nothing, [], added, false, bodies);
  expect(titles(offices)).toEqual(['会長', '副会長', '副会長']);
  expect(new Set(offices.map(({ key }) => key)).size).toBe(3);
  expect(offices.every(({ role_id, isAdded }) => role_id === null && isAdded)).toBe(true);
});

test('what was saved comes back under the same keys, a vacant office once', () => {
  const ending = { ...nothing, vacant: [{ organisation_id: 'c', title: '監事' }] };
  const saved = [open('監事', 'a'), open('副会長', 'b'), open('副会長', null)];
  const offices = officesOf(ending, saved, [], false, bodies);
  expect(titles(offices)).toEqual(['監事', '副会長', '副会長']);
  const nominated = nominatedOf(saved);
  expect(offices.map(({ key }) => nominated.get(key))).toEqual(['a', 'b', null]);
  const more = officesOf(ending, saved, [{ organisation_id: 'c', title: '副会長' }], false, bodies);
  expect(nominated.has(more[3]?.key ?? ''), 'one more seat is one of its own').toBe(false);
});
