import { expect, test } from 'vitest';
import type { EndingOffice } from '../../../generated/api';
import { successions, unnamed, type Decisions } from './decisions';

const office = (role_id: string, person_id: string) => ({ ends: true, next: [], office: { role_id, person_id } }) as unknown as EndingOffice;
const offices = [office('chair', 'a'), office('treasurer', 'b'), office('auditor', 'c'), office('clerk', 'd'), office('adviser', 'e')];
const decisions: Decisions = {
  chair: { way: 'again', person: null },
  treasurer: { way: 'other', person: 'z' },
  auditor: { way: 'vacant', person: 'z' },
  clerk: { way: 'other', person: null },
};

test('who goes on, who comes and what stays open; what is undecided is left as it is', () => {
  expect(successions(offices, { ...decisions, clerk: { way: null, person: null } })).toEqual([
    { role_id: 'chair', successor: 'a' },
    { role_id: 'treasurer', successor: 'z' },
    { role_id: 'auditor', successor: null },
  ]);
});

test('somebody else needs a name before anything is written', () => {
  expect(unnamed(offices, decisions).map((one) => one.office.role_id)).toEqual(['clerk']);
});
