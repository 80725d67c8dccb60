import { expect, test } from 'vitest';
import { tabRounds } from '../helpers/tab-rounds';

const FROM = Number(process.env.SEED ?? 1);

test('two hundred interleavings of three tabs: nothing lost, nothing mixed, a takeover within a second', async () => {
  const figures = await tabRounds(Array.from({ length: 200 }, (_, at) => FROM + at));
  const { interleavings, acts, acknowledged, lost, mixed, takingOver } = figures;
  const slowest = Math.round(Math.max(...takingOver));
  console.log(
    `${interleavings} interleavings of ${acts} acts, ${acknowledged} acknowledged; ${takingOver.length} takeovers, the slowest ${slowest} ms`,
  );
  expect({ interleavings, lost, mixed }).toEqual({ interleavings: 200, lost: [], mixed: [] });
  expect(slowest).toBeLessThan(1000);
});
