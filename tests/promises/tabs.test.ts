import { expect, test } from 'vitest';
import { tabRounds } from '../helpers/tab-rounds';

test('three tabs that open, keep, crash, sleep and take over at once lose nothing and mix nothing', async () => {
  const { interleavings, lost, mixed, takingOver } = await tabRounds([1, 2, 3, 4, 5]);
  expect({ interleavings, lost, mixed }).toEqual({ interleavings: 5, lost: [], mixed: [] });
  expect(Math.max(0, ...takingOver)).toBeLessThan(1000);
});
