import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cohortRetention,
  cohortValue,
  wilson,
  type Mode,
  type Refunds,
  type RetentionParams,
  type ValueParams,
} from '../helpers/oracle';
import { amountOf, readShop, totalsOf } from '../helpers/oracle-orders';
import type { Clock, Grain } from '../helpers/oracle-periods';
import { rowsOfPlainCsv, shuffled } from '../helpers/shop-rows';
import { shops } from '../helpers/shops';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/twelve-customers/${name}`, import.meta.url), 'utf8');

interface Golden<P> {
  params: P;
  rows: Record<string, string | number | boolean | null>[];
}

function expectRows(found: object[], golden: Golden<unknown>): void {
  expect(found.length).toBe(golden.rows.length);
  golden.rows.forEach((expected, index) => {
    const row = found[index] as Record<string, unknown>;
    expect(Object.keys(row).sort()).toEqual(Object.keys(expected).sort());
    for (const [name, value] of Object.entries(expected)) {
      if (typeof value === 'number') expect(row[name], `${index} ${name}`).toBeCloseTo(value, 12);
      else expect(row[name], `${index} ${name}`).toBe(value);
    }
  });
}

describe('the naive count of the twelve customers', () => {
  const shop = readShop(rowsOfPlainCsv(fixture('orders.csv')));

  it('finds the totals that were counted on paper', () => {
    expect(totalsOf(shop)).toEqual({
      all: { orders: 24, sales: 552_000_000n },
      identified: { customers: 12, orders: 22, sales: 517_000_000n, refunds: 35_000_000n, net: 482_000_000n },
      early: 10_000_000n,
      unmatched: 0n,
      from: '2024-01-05',
      as_of: '2024-06-20',
    });
  });

  // The naive count knows all orders; that of some orders only is held by tests/analyses/orders-that.
  const ofAllOrders = ({ params }: { params: object }) => !('orders_that' in params);
  const retention = JSON.parse(fixture('golden/cohort-retention.json')) as Golden<RetentionParams>[];
  it.each(retention.filter(ofAllOrders).map((golden) => [JSON.stringify(golden.params), golden] as const))(
    'gives the retention counted on paper for %s',
    (_, golden) => expectRows(cohortRetention(shop, golden.params), golden),
  );

  const value = JSON.parse(fixture('golden/cohort-value.json')) as Golden<ValueParams>[];
  it.each(value.filter(ofAllOrders).map((golden) => [JSON.stringify(golden.params), golden] as const))(
    'gives the value counted on paper for %s',
    (_, golden) => expectRows(cohortValue(shop, golden.params), golden),
  );

  it('computes the intervals of the README', () => {
    expect(wilson(1, 3).low).toBeCloseTo(0.061492, 6);
    expect(wilson(1, 3).high).toBeCloseTo(0.79234, 6);
    expect(wilson(0, 3)).toEqual({ low: 0, high: expect.closeTo(0.561497, 6) as number });
    expect(wilson(3, 3)).toEqual({ low: expect.closeTo(0.438503, 6) as number, high: 1 });
  });
});

describe('the naive count of any shop', () => {
  const grains = fc.constantFrom<Grain>('day', 'week', 'month', 'quarter', 'year');
  const clocks = fc.constantFrom<Clock>('calendar', 'rolling');
  const runs = { numRuns: 60 };
  const keyOf = ({ cohort, segment }: { cohort: string; segment: string | null }) => `${cohort}/${segment}`;

  it('places each customer in exactly one cohort, and every one of them is there at age 0', () => {
    fc.assert(
      fc.property(shops, grains, clocks, ({ rows }, grain, clock) => {
        const shop = readShop(rows);
        const cells = cohortRetention(shop, { grain, clock, mode: 'in_period' }).filter(
          ({ age }) => age === 0,
        );
        const sizes = cells.reduce((sum, cell) => sum + cell.cohort_size, 0);
        expect(sizes).toBe(totalsOf(shop).identified.customers);
        for (const cell of cells) expect(cell.retention_rate).toBe(1);
      }),
      runs,
    );
  });

  it('never lets on-or-after rise nor by-then fall along a row', () => {
    fc.assert(
      fc.property(shops, grains, clocks, ({ rows }, grain, clock) => {
        for (const [mode, sign] of [
          ['on_or_after', -1],
          ['by_then', 1],
        ] as [Mode, number][]) {
          const cells = cohortRetention(readShop(rows), { grain, clock, mode });
          cells.forEach((cell, index) => {
            const before = cells[index - 1];
            if (!before || keyOf(before) !== keyOf(cell)) return;
            expect(sign * (cell.customers - before.customers)).toBeGreaterThanOrEqual(0);
          });
        }
      }),
      runs,
    );
  });

  it('adds up to the net of identified customers, whichever day refunds fall on', () => {
    fc.assert(
      fc.property(shops, grains, ({ rows }, grain) => {
        const clock = 'rolling';
        const shop = readShop(rows);
        const { identified, as_of: asOf, unmatched } = totalsOf(shop);
        const sum = (refunds: Refunds, last: string) =>
          cohortValue(shop, { grain, clock, refunds, as_of: last }).reduce(
            (total, cell) => total + cell.net,
            0,
          );
        expect(sum('none', asOf)).toBeCloseTo(amountOf(identified.sales), 6);
        // Refunds may come after the last order: a later as_of takes all of them in.
        expect(sum('refund_date', '2025-12-31')).toBeCloseTo(amountOf(identified.net - unmatched), 6);
        expect(sum('original_order', '2025-12-31')).toBeCloseTo(amountOf(identified.net), 6);
      }),
      { numRuns: 30 },
    );
  });

  it('splits by a single-valued attribute without losing or doubling anybody', () => {
    fc.assert(
      fc.property(shops, grains, ({ rows }, grain) => {
        const params = { grain, clock: 'calendar', mode: 'in_period' } as const;
        const totals = new Map<string, number>();
        for (const cell of cohortRetention(readShop(rows), { ...params, segment_by: 'country' })) {
          const key = `${cell.cohort}/${cell.age}`;
          totals.set(key, (totals.get(key) ?? 0) + cell.customers);
        }
        const whole = cohortRetention(readShop(rows), params);
        expect(totals).toEqual(new Map(whole.map((cell) => [`${cell.cohort}/${cell.age}`, cell.customers])));
      }),
      runs,
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(shops, grains, fc.array(fc.nat(), { maxLength: 40 }), ({ rows }, grain, numbers) => {
        const params = { grain, clock: 'rolling', refunds: 'refund_date', segment_by: 'product' } as const;
        expect(cohortValue(readShop(shuffled(rows, numbers)), params)).toEqual(
          cohortValue(readShop(rows), params),
        );
      }),
      runs,
    );
  });
});

describe('the generated shops', () => {
  it('hold every case they are made for', () => {
    const all = fc.sample(shops, { numRuns: 300, seed: 42 });
    const rows = all.flatMap((shop) => shop.rows);
    const share = (test: (row: (typeof rows)[number]) => boolean) => rows.filter(test).length / rows.length;
    expect(share((row) => row.orderId.startsWith('C'))).toBeGreaterThan(0.05);
    expect(share((row) => row.orderId.startsWith('C0'))).toBeGreaterThan(0.01);
    expect(share((row) => !row.customerId && !row.email)).toBeGreaterThan(0.05);
    expect(share((row) => !row.customerId && row.email !== '')).toBeGreaterThan(0.05);
    expect(share((row) => row.at.startsWith('2024-02-29'))).toBeGreaterThan(0.005);
    expect(share((row) => row.unitPrice === '0.00')).toBeGreaterThan(0.05);
    expect(share((row) => row.status !== 'Completed')).toBeGreaterThan(0.02);
    expect(share((row) => /[",]/.test(row.product))).toBeGreaterThan(0.2);
    const tied = all.filter(({ rows: own }) => {
      const moments = new Map(
        own.filter((row) => row.customerId).map((row) => [row.orderId, row.customerId + row.at]),
      );
      return new Set(moments.values()).size < moments.size;
    });
    expect(tied.length).toBeGreaterThan(60);
    const repeated = all.filter(({ csv }) => {
      const lines = csv.trim().split('\n');
      return new Set(lines).size < lines.length;
    });
    expect(repeated.length).toBeGreaterThan(100);
    const refundedWhole = all.filter(({ rows: own }) => {
      const sold = new Set(own.filter((row) => row.status === 'Completed').map((row) => row.orderId));
      return own.some((row) => row.orderId.startsWith('C') && sold.has(row.orderId.slice(1)));
    });
    expect(refundedWhole.length).toBeGreaterThan(150);
  });
});
