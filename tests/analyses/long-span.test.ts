import { beforeAll, describe, expect, it } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import { openShop, type OpenShop } from '../helpers/warehouse';

/**
 * No question's work is years times years: rows handed on from step to step for a file with one order in
 * 1900.
 */

const HEAD = 'Order ID,Order date,Customer ID,Product,Amount\n';
const day = (at: number) => new Date(Date.UTC(2023, 0, 2) + at * 86_400_000).toISOString().slice(0, 10);
const shopOf = (early: string[]) =>
  HEAD +
  [...early, ...Array.from({ length: 400 }, (_, at) => day(Math.floor(at * 1.5)))]
    .map((on, at) => `${at + 1},${on},K${at % 90},P${at % 5},${10 + (at % 7)}.00\n`)
    .join('');

/** Rows that the steps of a text hand on to each other, all together: work that no clock is needed for. */
async function handedOn(shop: OpenShop, sql: string): Promise<number> {
  const [plan] = await shop.rows<{ explain_value: string }>(`explain (analyze, format json) ${sql}`);
  const counts = [...JSON.stringify(plan).matchAll(/operator_cardinality[\\": ]+(\d+)/g)];
  expect(counts.length).toBeGreaterThan(3);
  return counts.reduce((sum, [, rows]) => sum + Number(rows), 0);
}

/** From May 1900 to August 2024. */
const MONTHS = 1492;
const DAYS = 46_000;

describe('one order in 1900', () => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await openShop('native', shopOf(['1900-05-05']), { history: 'complete' });
  });

  it.each([...analyses.keys()].map((id) => [id] as const))('%s walks over the years once', async (id) => {
    const { rows, sql } = await shop.analyse(id);
    // The curve of silences has a row a day; what has a row a period has one a month, and one more for each who began later.
    expect(rows.length).toBeLessThan(id === 'lapse' ? DAYS : 2 * MONTHS);
    // The calendar's days a few times over, never periods times periods.
    expect(await handedOn(shop, sql)).toBeLessThan(2_000_000);
  });

  it.each(['cohort-retention', 'cohort-value'])(
    '%s by the week is bounded by who began, not by the years',
    async (id) => {
      for (const clock of ['calendar', 'rolling']) {
        const { rows, sql } = await shop.analyse(id, { grain: 'week', clock });
        expect(rows.length).toBeLessThan(86 * 86 + 6500);
        expect(await handedOn(shop, sql)).toBeLessThan(2_000_000);
      }
    },
  );
});
