import { expect, it } from 'vitest';
import { CONTESTS, namedIn, shopOfTwoOrders } from '../helpers/contests';

const SHOPS = Number(process.env.SHOPS ?? 2000);

it(`of ${SHOPS} whole shops without a difference at most 6% have a headline, and at least 80% of planted differences are named`, async () => {
  const shop = await shopOfTwoOrders();
  const found: Record<string, { nothing: number; planted: number }> = {};
  for (const contest of CONTESTS) {
    const { any: nothing } = await namedIn(shop, contest, SHOPS);
    const { right: planted } = await namedIn(shop, contest, SHOPS / 10, 0.15);
    found[contest.id] = { nothing, planted };
  }
  console.table(found);
  for (const [id, { nothing, planted }] of Object.entries(found)) {
    expect(nothing, id).toBeLessThanOrEqual(0.06);
    expect(planted, id).toBeGreaterThanOrEqual(0.8);
  }
}, 3_600_000);
