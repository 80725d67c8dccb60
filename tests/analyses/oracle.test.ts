import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/domain/table';
import type { AnalysisParams } from '../../src/engine/call-contract';
import { countOf } from '../helpers/counts';
import { cohortRetention, cohortValue, type Mode, type Refunds } from '../helpers/oracle';
import { amountOf, dayNumber, dayText, readShop, totalsOf, type Attribute } from '../helpers/oracle-orders';
import type { Clock, Grain } from '../helpers/oracle-periods';
import { csvOf, type ShopRow } from '../helpers/shop-rows';
import { shops } from '../helpers/shops';
import { openShop, type EngineName, type OpenShop } from '../helpers/warehouse';

const grains = fc.constantFrom<Grain>('day', 'week', 'month', 'quarter', 'year');
const clocks = fc.constantFrom<Clock>('calendar', 'rolling');
const modes = fc.constantFrom<Mode>('in_period', 'on_or_after', 'by_then');
const refundViews = fc.constantFrom<Refunds>('original_order', 'refund_date', 'none');
const attributes = fc.constantFrom<Attribute>('country', 'channel', 'product', 'category', 'discount');
const split = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: attributes.map((segment_by) => ({ segment_by })) },
  { weight: 1, arbitrary: attributes.map((cohort_by) => ({ cohort_by })) },
);
/** A day near the shop's own last one, or before its first order, or long after. */
const lastDay = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.integer({ min: -400, max: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1200, 700) },
);
const question = fc.record({
  grain: grains,
  clock: clocks,
  mode: modes,
  refunds: refundViews,
  split,
  lastDay,
});
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

const keyOf = (row: { cohort?: unknown; segment?: unknown; age?: unknown }) =>
  `${String(row.cohort)} | ${String(row.segment)} | ${String(row.age)}`;

/** The same cells with the same figures: counts to the one, fractions to 1e-9. */
function expectSame(found: Row[], expected: object[], what: string) {
  const rows = new Map(found.map((row) => [keyOf(row), row]));
  expect([...rows.keys()].sort(), what).toEqual(expected.map(keyOf).sort());
  expect(found.length, what).toBe(expected.length);
  for (const wanted of expected) {
    const row = rows.get(keyOf(wanted)) ?? {};
    for (const [name, value] of Object.entries(wanted) as [string, unknown][]) {
      const cell = row[name];
      const isClose =
        typeof value === 'number' && typeof cell === 'number' && !Number.isInteger(value)
          ? Math.abs(cell - value) <= 1e-9 * Math.max(1, Math.abs(value))
          : typeof value === 'number' && typeof cell === 'number'
            ? Math.abs(cell - value) <= 1e-9
            : cell === value;
      if (!isClose)
        expect.fail(`${what} ${keyOf(wanted)} ${name}: ${String(cell)} instead of ${String(value)}`);
    }
  }
}

const open = (engine: EngineName, rows: ShopRow[]) =>
  openShop(engine, csvOf(rows), { history: 'complete', currency: 'EUR' });

async function compare(shop: OpenShop, rows: ShopRow[], { lastDay, split, ...asked }: Question) {
  const counted = readShop(rows);
  const totals = totalsOf(counted);
  const day = lastDay === null ? {} : { as_of: dayText(dayNumber(totals.as_of) + lastDay) };
  const { mode, refunds, ...clocking } = asked;
  const shared = { ...clocking, ...split, ...day };
  const what = JSON.stringify({ ...asked, ...split, ...day });
  const retention = await shop.analyse('cohort-retention', { ...shared, mode } as AnalysisParams);
  expectSame(retention.rows, cohortRetention(counted, { ...shared, mode }), `retention ${what}`);
  const value = await shop.analyse('cohort-value', { ...shared, refunds } as AnalysisParams);
  expectSame(value.rows, cohortValue(counted, { ...shared, refunds }), `value ${what}`);
}

function expectTotals({ report }: OpenShop, rows: ShopRow[]) {
  const { all, identified, early, from, as_of } = totalsOf(readShop(rows));
  expect(report.all).toEqual({ orders: all.orders, sales: amountOf(all.sales) });
  expect(report.identified).toMatchObject({
    customers: identified.customers,
    orders: identified.orders,
    sales: amountOf(identified.sales),
    refunds: amountOf(identified.refunds + early),
    net: amountOf(identified.net - early),
  });
  expect([report.from, report.as_of]).toEqual([from, as_of]);
}

describe('the SQL and the naive count', () => {
  it.each<[EngineName, number]>([
    ['native', countOf({ short: 40, whole: 100 })],
    ['wasm', countOf({ short: 8, whole: 20 })],
  ])(
    'agree on every cell of any shop, on %s DuckDB',
    async (engine, numRuns) => {
      await fc.assert(
        fc.asyncProperty(
          shops,
          fc.array(question, { minLength: 2, maxLength: 2 }),
          async ({ rows }, asked) => {
            const shop = await open(engine, rows);
            expectTotals(shop, rows);
            for (const one of asked) await compare(shop, rows, one);
          },
        ),
        { numRuns, seed: 20_240_229, endOnFailure: true },
      );
    },
    240_000,
  );
});
