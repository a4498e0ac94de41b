import { expect, test } from 'vitest';
import { brief } from './told';

test('a change stands as it is, and of a long text as much as tells what it was', () => {
  const long = '反省'.repeat(5000);
  const fields = [
    { field: '参加者数', before: '220', after: '250' },
    { field: '自己評価・反省点', before: '', after: long },
  ];
  const [count, text] = brief({ what: '', fields });
  expect(count).toEqual({ what: '', field: '参加者数', before: '220', after: '250' });
  expect(text?.before).toBe('');
  expect(text?.after).toBe(`${long.slice(0, 60)}…（全部で10,000字）`);
});
