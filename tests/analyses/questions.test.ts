import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/domain/table';
import { csvOf } from '../helpers/shop-rows';
import { shops } from '../helpers/shops';
import { openShop, type OpenShop } from '../helpers/warehouse';

/** What the answers of several questions owe each other, on whatever a shop may be; one shop is asked them all. */
const num = (row: Row | undefined, name: string) => Number(row?.[name]);
const sum = (rows: Row[], name: string) => rows.reduce((total, row) => total + num(row, name), 0);
const close = (one: number, other: number) => expect(Math.abs(one - other)).toBeLessThan(1e-6);

async function firstOrders(shop: OpenShop) {
  const [whole] = (await shop.analyse('repeat-rate', { window: { days: 90 } })).rows;
  const { rows } = await shop.analyse('first-order', { by: 'country', horizon: '90', least: 1 });
  expect([sum(rows, 'eligible'), sum(rows, 'back_90')]).toEqual([whole?.eligible, whole?.repeaters]);
  // Countries are apart and together make up the shop: what some are above it, others are below.
  close(
    rows.reduce((total, row) => total + num(row, 'eligible') * num(row, 'difference'), 0),
    0,
  );
  rows.forEach((row, at) => {
    close(num(row, 'difference'), num(row, 'rate') - num(whole, 'rate'));
    if (row.difference_low === null) return;
    expect(num(row, 'difference_low')).toBeLessThanOrEqual(num(row, 'difference') + 1e-12);
    expect(num(row, 'difference_high')).toBeGreaterThanOrEqual(num(row, 'difference') - 1e-12);
    const before = rows[at - 1];
    if (before) expect(num(before, 'difference_low')).toBeGreaterThanOrEqual(num(row, 'difference_low'));
  });
}

describe('whatever the shop', () => {
  it('first orders by country make up the shop, and stand in the order of their sure bound', () =>
    fc.assert(
      fc.asyncProperty(shops, async ({ rows }) => {
        const shop = await openShop('native', csvOf(rows), { history: 'complete' });
        await firstOrders(shop);
      }),
      { numRuns: 20, seed: 20_241_122 },
    ));
});
