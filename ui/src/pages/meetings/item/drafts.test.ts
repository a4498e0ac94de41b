import { expect, test } from 'vitest';
import type { ItemShown } from '../../../generated/api';
import { aboutYear, asked, counted, strays, typed } from './drafts';

const shown = (ballot: ItemShown['ballot']) => ({ ballot, voted_label: '' }) as ItemShown;

test('an item that nobody voted on begins as one that all agree on', () => {
  expect(counted(shown(null))).toMatchObject({ method: null, isUnanimous: true });
});

test('what was counted comes back as it was typed, and those who all agree are not counted', () => {
  const present = { yes: 45, no: 3, abstain: 2 };
  const typed = counted(shown({ method: 'hands', present, proxies: null, casting: null }));
  expect(typed).toMatchObject({ isUnanimous: false, present: { yes: '45', no: '3', abstain: '2' } });
  expect(asked(typed, { present: 50, proxies: 0 })).toMatchObject({ present: { yes: '45', no: '3', abstain: '2' }, proxies: null });
  expect(asked({ ...typed, isUnanimous: true }, { present: 50, proxies: 4 })).toMatchObject({ present: null, proxies: null });
});

test('a name that is nobody of the roster is told with its office, and an empty field is not', () => {
  const offices = [{ key: 'a', title: '会長' }, { key: 'b', title: '会計' }, { key: 'c', title: '監事' }];
  expect(strays(offices, new Map([['a', ''], ['b', '山田'], ['gone', '誰か']]))).toEqual([{ title: '会計', typed: '山田' }]);
});

test('an item about another year takes its usual title along, and a title of its own stays', () => {
  const years = [{ year: 2025, label: '令和7年度', title: '令和7年度　収支予算（案）' }, { year: 2026, label: '令和8年度', title: '令和8年度　収支予算（案）' }];
  const draft = typed({ item: { title: '令和8年度　収支予算（案）' }, years, year: 2026, from_label: '', to_label: '' } as ItemShown);
  expect(aboutYear(draft, years, 2025)).toEqual({ subject_year: 2025, title: '令和7年度　収支予算（案）' });
  expect(aboutYear({ ...draft, title: '予算' }, years, 2025)).toEqual({ subject_year: 2025, title: '予算' });
});
