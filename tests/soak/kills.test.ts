import { expect, test } from 'vitest';
import { killRounds } from '../helpers/kill-rounds';

test('fifty kills over import, save, forget and delete: nothing lost, nothing corrupt, open again within three seconds', async () => {
  const { kills, within, lost, corrupt, reopening } = await killRounds(50, Number(process.env.SEED ?? 7));
  const slowest = Math.round(Math.max(...reopening));
  console.log(
    `${kills} kills, ${within} of them before the act was acknowledged; slowest opening ${slowest} ms`,
  );
  expect({ kills, lost, corrupt }).toEqual({ kills: 50, lost: [], corrupt: [] });
  expect(slowest).toBeLessThan(3000);
});
