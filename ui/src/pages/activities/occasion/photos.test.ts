import { expect, test } from 'vitest';
import type { AttachmentShown } from '../../../generated/api';
import { afterCaption, byPlace, moved } from './photos';

const photo = (id: string, printed: number | null) => ({ id, printed }) as AttachmentShown;

test('those on the report stand first, in their order', () => {
  const all = [photo('a', null), photo('b', 2), photo('c', null), photo('d', 1)];
  expect(byPlace(all).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c']);
});

test('one is moved up, down and to the end', () => {
  expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
});

test('a caption that is still being typed is saved before its photograph goes on the report', async () => {
  const done: string[] = [];
  const keep = (isKept: boolean) => () => {
    done.push('caption');
    return Promise.resolve(isKept);
  };
  const act = () => Promise.resolve(done.push('report'));
  await afterCaption(true, keep(true), act);
  await afterCaption(false, keep(true), act);
  expect(done).toEqual(['caption', 'report', 'report']);
  await afterCaption(true, keep(false), act);
  expect(done).toEqual(['caption', 'report', 'report', 'caption']);
});
