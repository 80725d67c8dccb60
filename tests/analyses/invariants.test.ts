import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import type { Cell, Row } from '../../src/domain/table';
import type { BuiltReport } from '../../src/engine/contract';
import { countOf } from '../helpers/counts';
import { dayNumber, dayText } from '../helpers/oracle-orders';
import { csvOf, shuffled, type ShopRow } from '../helpers/shop-rows';
import { shops } from '../helpers/shops';
import { never, openShop, type OpenShop } from '../helpers/warehouse';

/** The invariants of the counting rules, on whatever a shop may be. */
const grains = fc.constantFrom('day', 'week', 'month', 'quarter', 'year');
const clocks = fc.constantFrom('calendar', 'rolling');
const modes = fc.constantFrom('in_period', 'on_or_after', 'by_then');
const splits = fc.constantFrom(
  {},
  { cohort_by: 'product' },
  { cohort_by: 'country', segment_by: 'channel' },
  { segment_by: 'product', from: '2024-02-01' },
);
const runs = { numRuns: countOf({ short: 4, whole: 8 }), seed: 19_970_101 };
const limit = 180_000;

const open = (rows: ShopRow[], choices: Choices = {}) =>
  openShop('native', csvOf(rows), { history: 'complete', ...choices });
const sum = (rows: Row[], name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
const rowKey = (row: Row) => `${row.cohort}/${row.segment}`;
const close = (one: number, other: number) => expect(Math.abs(one - other)).toBeLessThan(1e-6);

/** What a report says of the shop, apart from which bytes it was counted from. */
const figures = ({ all, identified, anonymous, from, to, as_of, steps, identity_coverage }: BuiltReport) => ({
  ...{ all, identified, anonymous, from, to, as_of, identity_coverage },
  steps: steps.map(({ id, about, rows, orders, sales }) => ({ id, about, rows, orders, sales })),
});

async function answers(shop: OpenShop, params: Record<string, Cell>) {
  const retention = await shop.analyse('cohort-retention', params);
  const value = await shop.analyse('cohort-value', { ...params, refunds: 'refund_date' });
  return [retention.rows, value.rows];
}

describe('whatever the shop', () => {
  it(
    'cohort sizes add up to the customers, and all of them are there at age 0',
    () =>
      fc.assert(
        fc.asyncProperty(shops, grains, clocks, async ({ rows }, grain, clock) => {
          const shop = await open(rows);
          const { rows: cells } = await shop.analyse('cohort-retention', { grain, clock });
          const first = cells.filter(({ age }) => age === 0);
          expect(sum(first, 'cohort_size')).toBe(shop.report.identified.customers);
          expect(first.every(({ retention_rate }) => retention_rate === 1)).toBe(true);
        }),
        runs,
      ),
    limit,
  );

  it(
    'on-or-after never rises along a row, by-then never falls, and rates lie inside their intervals',
    () =>
      fc.assert(
        fc.asyncProperty(shops, grains, clocks, async ({ rows }, grain, clock) => {
          const shop = await open(rows);
          for (const [mode, sign] of [
            ['on_or_after', -1],
            ['by_then', 1],
          ] as const) {
            const { rows: cells } = await shop.analyse('cohort-retention', {
              ...{ grain, clock, mode, segment_by: 'channel' },
            });
            cells.forEach((cell, index) => {
              expect(Number(cell.low)).toBeLessThanOrEqual(Number(cell.retention_rate) + 1e-12);
              expect(Number(cell.high)).toBeGreaterThanOrEqual(Number(cell.retention_rate) - 1e-12);
              const before = cells[index - 1];
              if (!before || rowKey(before) !== rowKey(cell)) return;
              expect(cell.age).toBe(Number(before.age) + 1);
              expect(sign * (Number(cell.customers) - Number(before.customers))).toBeGreaterThanOrEqual(0);
            });
          }
        }),
        runs,
      ),
    limit,
  );

  it(
    'identified and anonymous make up all, every row is used or set aside, and no check of the tables fails',
    () =>
      fc.assert(
        fc.asyncProperty(shops, async ({ rows }) => {
          const { report } = await open(rows);
          const { all, identified, anonymous } = report;
          expect(identified.orders + anonymous.orders).toBe(all.orders);
          close(identified.sales! + anonymous.sales!, all.sales!);
          close(identified.sales! - identified.refunds!, identified.net!);
          expect(report.rows_read).toBe(rows.length);
          expect(report.rows_used + sum(report.set_aside, 'rows')).toBe(rows.length);
          expect(report.facts.filter(({ id }) => id === 'check_failed')).toEqual([]);
        }),
        runs,
      ),
    limit,
  );

  it(
    'the order of the rows changes nothing',
    () =>
      fc.assert(
        fc.asyncProperty(
          shops,
          grains,
          fc.array(fc.nat(), { maxLength: 40 }),
          async ({ rows }, grain, mix) => {
            const params = { grain, segment_by: 'product' };
            const straight = await open(rows);
            const first = [figures(straight.report), await answers(straight, params)];
            const mixed = await open(shuffled(rows, mix));
            expect([figures(mixed.report), await answers(mixed, params)]).toEqual(first);
          },
        ),
        runs,
      ),
    limit,
  );

  it(
    'dates moved by 28 years, a whole number of all periods, move the cohorts and nothing else',
    () =>
      fc.assert(
        fc.asyncProperty(shops, grains, clocks, async ({ rows }, grain, clock) => {
          const moved = (day: string) => dayText(dayNumber(day) - 28 * 365.25) + day.slice(10);
          const here = await answers(await open(rows), { grain, clock });
          const there = await answers(await open(rows.map((row) => ({ ...row, at: moved(row.at) }))), {
            grain,
            clock,
          });
          expect(there).toEqual(
            here.map((cells) =>
              cells.map((cell) => ({
                ...cell,
                cohort: moved(String(cell.cohort)),
                closes_on: moved(String(cell.closes_on)),
              })),
            ),
          );
        }),
        runs,
      ),
    limit,
  );

  it(
    'repeated rows set aside by the rule give what the file without them gives',
    () =>
      fc.assert(
        fc.asyncProperty(shops, grains, async ({ rows }, grain) => {
          const dropped = await open(rows, { rules: { exact_duplicate: 'drop' } });
          const { report } = dropped;
          const first = [report.all, report.identified, report.anonymous, await answers(dropped, { grain })];
          const different = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
          const counted = report.rule_counts.find(({ rule }) => rule === 'exact_duplicate')?.rows;
          expect(counted).toBe(rows.length - different.length);
          const bare = await open(different);
          const second = [bare.report.all, bare.report.identified, bare.report.anonymous];
          expect([...second, await answers(bare, { grain })]).toEqual(first);
        }),
        runs,
      ),
    limit,
  );

  it(
    'start periods before and from a day on, and the countries, each make up the whole',
    () =>
      fc.assert(
        fc.asyncProperty(shops, grains, fc.integer({ min: 0, max: 400 }), async ({ rows }, grain, back) => {
          const shop = await open(rows);
          const whole = (await shop.analyse('cohort-value', { grain })).rows;
          const day = dayNumber(shop.report.to!) - back;
          const before = await shop.analyse('cohort-value', { grain, to: dayText(day - 1) });
          const after = await shop.analyse('cohort-value', { grain, from: dayText(day) });
          const split = await shop.analyse('cohort-value', { grain, segment_by: 'country' });
          const atStart = (cells: Row[]) =>
            sum(
              cells.filter(({ age }) => age === 0),
              'cohort_size',
            );
          for (const parts of [[...before.rows, ...after.rows], split.rows]) {
            expect(sum(parts, 'orders')).toBe(sum(whole, 'orders'));
            close(sum(parts, 'net'), sum(whole, 'net'));
          }
          expect(atStart(before.rows) + atStart(after.rows)).toBe(atStart(whole));
        }),
        runs,
      ),
    limit,
  );

  it(
    'the list behind a cell holds the cohort, and as many who came back as the cell says',
    () =>
      fc.assert(
        fc.asyncProperty(
          shops,
          grains,
          clocks,
          modes,
          splits,
          async ({ rows }, grain, clock, mode, split) => {
            const shop = await open(rows);
            const params = { grain, clock, mode, ...split };
            const { rows: cells } = await shop.analyse('cohort-retention', params);
            for (const cell of cells.slice(0, 4).concat(cells.slice(-4))) {
              const what = {
                kind: 'customers_of_cell',
                cohort: String(cell.cohort),
                age: Number(cell.age),
                segment: cell.segment === null ? null : String(cell.segment),
                params,
              };
              const list = await shop.listed({ ...what, kind: 'customers_of_cell' });
              expect(list.length).toBe(cell.cohort_size);
              expect(list.filter((one) => one.came_back === true).length).toBe(cell.customers);
            }
          },
        ),
        runs,
      ),
    limit,
  );
});

const twelve = new URL('../fixtures/twelve-customers/orders.csv', import.meta.url);

describe('a built shop', () => {
  it('built again with other choices and back gives the first figures', async () => {
    const shop = await openShop('native', readFileSync(twelve, 'utf8'), { history: 'complete' });
    const first = figures(shop.report);
    const other = await shop.api.build(never, {
      history: 'complete',
      valid: { cancelled: 'keep' },
      rules: { zero_price: 'keep' },
    });
    expect(figures(other)).not.toEqual(first);
    expect(figures(await shop.api.build(never, { history: 'complete' }))).toEqual(first);
  });
});
