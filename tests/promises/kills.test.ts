import { expect, test } from 'vitest';
import { killRounds } from '../helpers/kill-rounds';

test('a browser that is killed while it keeps, forgets or deletes has lost nothing that was acknowledged', async () => {
  const { kills, lost, corrupt, reopening } = await killRounds(6, 1);
  expect({ kills, lost, corrupt }).toEqual({ kills: 6, lost: [], corrupt: [] });
  expect(Math.max(...reopening)).toBeLessThan(3000);
});
