import { expect, test } from 'vitest';
import { moments } from './moments';

test('a fiscal year has twelve last days, from April to March', () => {
  const days = moments(2023).map((moment) => moment.value);
  expect(days).toHaveLength(12);
  expect([days[0], days[8], days[10], days[11]]).toEqual(['2023-04-30', '2023-12-31', '2024-02-29', '2024-03-31']);
});
