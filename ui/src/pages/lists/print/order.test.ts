import { describe, expect, it } from 'vitest';
import type { ListChoice, SourceChoice } from '../../../generated/api';
import { copiesOf, fitTo, printed, tenths, type Order } from './order';

const choice: ListChoice = { source: 'people', title: '連絡網', columns: ['name', 'phone', 'roles'], order: 'office', group: 'body', filter: { bodies: ['防災部会'], roles: [], words: 'さくら' }, orientation: 'portrait' };
const order: Order = {
  choice,
  labels: { stationery: 'label-12', first: 3, honorific: '様', numerals: 'kanji', is_joined: false, with_office: false, shift: [0, 0], with_sender: true, card: { subject: '', text: '' }, certificate: { title: '', rank: '', text: '', day: '', office: '', name: '', others: [], only_others: false } },
  printer: '',
  shift: ['1.5', '−２'],
  isJoined: true,
  due: 'R8.4.30',
  form: 'join',
  isOutside: true,
  copies: { recipients: '桜町自治会', purpose: '連絡', due: '' },
};

describe('what is printed', () => {
  it('reads millimetres as they are typed', () => {
    expect(['1.5', '−２', '', 'abc', '0.14', '900'].map(tenths)).toEqual([15, -20, 0, 0, 1, 500]);
  });

  it('asks for labels moved by what was typed', () => {
    expect(printed('labels', order)).toMatchObject({ kind: 'labels', labels: { first: 3, shift: [15, -20] } });
    expect(printed('certificates', order)).toMatchObject({ kind: 'labels', labels: { stationery: 'label-12' } });
    expect(printed('collect', order)).toEqual({ kind: 'collect', form: 'join' });
  });

  it('records copies only of what tells of somebody', () => {
    expect([copiesOf('list', order), copiesOf('collect', order)]).toEqual([order.copies, null]);
    expect(copiesOf('list', { ...order, isOutside: false })).toBeNull();
    expect(copiesOf('certificates', order)).toBeNull();
  });

  it('keeps what another source has too', () => {
    const source: SourceChoice = { kind: 'associations', title: '', unit: '', columns: [{ key: 'name', label: '' }, { key: 'phone', label: '' }], orders: [{ key: 'paper', label: '' }], groups: [], bodies: [], roles: [], count: 0 };
    expect(fitTo(choice, source)).toMatchObject({ source: 'associations', columns: ['name', 'phone'], order: 'paper', group: null, filter: { bodies: [], roles: [], words: 'さくら' } });
  });
});
