import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/domain/table';
import { countOf } from '../helpers/counts';
import { dataFile, describeWithData } from '../helpers/data';
import { dayNumber, dayText } from '../helpers/oracle-orders';
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

async function sooner(shop: OpenShop) {
  const [, whole] = (await shop.analyse('order-gaps')).rows;
  const { rows } = await shop.analyse('order-gaps-by', { by: 'country', least: 1 });
  expect([sum(rows, 'customers'), sum(rows, 'returned')]).toEqual([whole?.customers, whole?.returned]);
  close(sum(rows, 'expected'), num(whole, 'returned'));
  for (const { p_value: p } of rows) if (p !== null) expect(p).toBeGreaterThan(0);
}

async function money(shop: OpenShop, refunds: string) {
  const grown = (await shop.analyse('growth', { grain: 'month', refunds })).rows;
  const layers = (await shop.analyse('net-by-cohort', { refunds })).rows;
  for (const row of grown) {
    const mine = layers.filter(({ period }) => period === row.period);
    close(sum(mine, 'net'), num(row, 'net_new') + num(row, 'net_returning') + num(row, 'net_anonymous'));
    close(
      sum(
        mine.filter(({ cohort }) => cohort === null),
        'net',
      ),
      num(row, 'net_anonymous'),
    );
  }
  // What each start month has brought by now is in the cohort's last cell that is over, but for money from before the first order in its month.
  const early = new Map(
    (
      await shop.rows<{ cohort: string; amount: number }>(
        `select date_trunc('month', first_ordered_on)::date::varchar as cohort, sum(amount)::double as amount
         from money_beside('${refunds}')
         where moved_on < first_ordered_on and date_trunc('month', moved_on) = date_trunc('month', first_ordered_on) group by all`,
      )
    ).map(({ cohort, amount }) => [cohort, amount]),
  );
  const cells = (await shop.analyse('cohort-value', { refunds })).rows.filter(
    (row) => row.is_complete === true,
  );
  for (const row of (await shop.analyse('payback', { refunds })).rows) {
    expect(row.cac).toBeNull();
    const last = cells.filter(({ cohort }) => cohort === row.cohort).at(-1);
    expect(row.watched_months).toBe(last?.age ?? null);
    if (!last) continue;
    const before = (early.get(String(row.cohort)) ?? 0) / num(row, 'customers');
    close(num(row, 'margin_per_customer') + before, num(last, 'cumulative_net_per_customer'));
  }
}

async function stayed(shop: OpenShop) {
  const { rows } = await shop.analyse('tenure');
  rows.forEach((row, at) => {
    expect(num(row, 'survivors')).toBeLessThanOrEqual(num(row, 'eligible'));
    expect(num(row, 'buyers')).toBeLessThanOrEqual(num(row, 'survivors'));
    const before = rows[at - 1];
    if (before) expect(num(row, 'eligible')).toBeLessThanOrEqual(num(before, 'eligible'));
    else expect(row.survivors).toBe(row.eligible);
  });
}

async function bought(shop: OpenShop) {
  const { rows } = await shop.analyse('products', { least: 1, refunds: 'none' });
  const [all] = await shop.rows<{ sales: number }>('select sum(sales)::double as sales from order_products');
  // Products that nobody known bought have no row.
  expect(sum(rows, 'net')).toBeLessThanOrEqual(Number(all?.sales) + 1e-6);
  expect(Number(all?.sales)).toBeLessThanOrEqual(shop.report.all.sales! + 1e-6);
  for (const { row, pair } of (await shop.analyse('product-pairs', { least: 1 })).rows.map((pair) => ({
    row: rows.find(({ product }) => product === pair.product),
    pair,
  }))) {
    if (row) expect(num(pair, 'product_orders')).toBe(row.orders);
    expect(num(pair, 'orders')).toBeLessThanOrEqual(
      Math.min(num(pair, 'product_orders'), num(pair, 'other_orders')),
    );
    expect(num(pair, 'lift_low')).toBeLessThanOrEqual(num(pair, 'lift') + 1e-12);
    expect(num(pair, 'lift_high')).toBeGreaterThanOrEqual(num(pair, 'lift') - 1e-12);
  }
}

async function next(shop: OpenShop) {
  const { rows } = await shop.analyse('next-product', { least: 1 });
  rows.forEach((row, at) => {
    expect(num(row, 'next_customers')).toBeLessThanOrEqual(num(row, 'went_on'));
    expect(num(row, 'went_on')).toBeLessThanOrEqual(num(row, 'customers'));
    // Where nobody began otherwise there is nothing to compare with.
    close(num(row, 'difference'), num(row, 'rate') - num(row, 'base_rate'));
    const before = rows[at - 1];
    if (!before || row.difference_low === null) return;
    expect(num(before, 'difference_low')).toBeGreaterThanOrEqual(num(row, 'difference_low'));
  });
  // Fewer rows compete then, and all else is the same.
  const counted = (row: Row) => ({ ...row, compared: null, p_adjusted: null, is_beyond_chance: null });
  const others = rows.filter(({ product, next_product }) => product !== next_product);
  const without = (await shop.analyse('next-product', { least: 1, same: 'without' })).rows;
  expect(without.map(counted)).toEqual(others.map(counted));
  // Streams hold everybody with a second order once, however few products have one of their own.
  const [all] = await shop.rows<{ customers: number }>(
    'select count(*) as customers from orders cross join project where order_number = 1 and next_ordered_on <= as_of',
  );
  for (const top of [1, 8]) {
    const { rows: flow } = await shop.analyse('product-flow', { top, history: 'complete' });
    expect(sum(flow, 'customers')).toBe(Number(all?.customers));
    for (const side of ['product', 'next_product'])
      expect(new Set(flow.map((row) => row[side]).filter((name) => name !== null)).size).toBeLessThanOrEqual(
        top,
      );
    for (const row of flow) {
      expect(row.went_on).toBe(all?.customers);
      expect(num(row, 'again')).toBeLessThanOrEqual(num(row, 'customers'));
      if (row.product !== null && row.next_product !== null)
        expect(row.again).toBe(row.product === row.next_product ? row.customers : 0);
    }
  }
}

/** Filters partition: what is counted country by country makes up the whole, and says the same as a split by country. */
async function filtered(shop: OpenShop) {
  const { rows: split } = await shop.analyse('cohort-retention', { segment_by: 'country' });
  const whole = (await shop.analyse('growth')).rows;
  const { rows: starters } = await shop.analyse('overview', { window: { months: 1200 } });
  const parts = { new: 0, retained: 0, net: 0, customers: 0 };
  for (const country of new Set(split.map(({ segment }) => String(segment)))) {
    const customers_who = { country };
    const cells = (await shop.analyse('cohort-retention', { customers_who })).rows;
    const mine = split.filter(({ segment }) => segment === country);
    expect(cells.map((cell) => ({ ...cell, segment: country }))).toEqual(
      mine.sort((a, b) => String(a.cohort).localeCompare(String(b.cohort)) || num(a, 'age') - num(b, 'age')),
    );
    const { rows: grown } = await shop.analyse('growth', { customers_who });
    parts.new += sum(grown, 'new');
    parts.retained += sum(grown, 'retained');
    parts.net += sum(grown, 'net_new') + sum(grown, 'net_returning');
    expect(sum(grown, 'net_anonymous')).toBe(0);
    parts.customers += num(
      (await shop.analyse('overview', { customers_who, window: { months: 1200 } })).rows[0],
      'customers',
    );
    for (const { cohort, cohort_size: size } of cells.filter(({ age }) => age === 0)) {
      const what = { kind: 'customers_of_cell', cohort: String(cohort), age: 0 } as const;
      expect((await shop.listed({ ...what, params: { customers_who } })).length).toBe(size);
    }
  }
  expect([parts.new, parts.retained]).toEqual([sum(whole, 'new'), sum(whole, 'retained')]);
  close(parts.net, sum(whole, 'net_new') + sum(whole, 'net_returning'));
  expect(parts.customers).toBe(num(starters[0], 'customers'));
}

describe('whatever the shop', () => {
  it(
    'first orders by country make up the shop; layers make up growth; payback is the cohort’s value; nobody outlives the watched; filters partition',
    () =>
      fc.assert(
        fc.asyncProperty(
          shops,
          fc.constantFrom('original_order', 'refund_date', 'none'),
          async ({ rows }, refunds) => {
            const shop = await openShop('native', csvOf(rows), { history: 'complete' });
            await firstOrders(shop);
            await sooner(shop);
            await money(shop, refunds);
            await stayed(shop);
            await bought(shop);
            await next(shop);
            await filtered(shop);
          },
        ),
        { numRuns: countOf({ short: 4, whole: 8 }), seed: 20_241_122, endOnFailure: true },
      ),
    180_000,
  );
});

describeWithData('survival of the Waltons data, as a shop', () => {
  it('has the medians and the log-rank statistic of R survival', async () => {
    const text = readFileSync(dataFile('stats', 'waltons_dataset.csv'), 'utf8');
    const subjects = text
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
    const end = dayNumber('2024-12-31');
    const lines = subjects.flatMap(([time, event, group], at) => {
      const first = event === '1' ? end - 300 : end - Number(time);
      const days = event === '1' ? [first, first + Number(time)] : [first];
      return days.map((day) => `${at}-${day},${dayText(day)},c${at},${group},1.00`);
    });
    const shop = await openShop(
      'native',
      ['Order ID,Order date,Customer ID,Channel,Amount', ...lines].join('\n') + '\n',
      { history: 'complete', as_of: '2024-12-31' },
    );
    const { rows } = await shop.analyse('order-gaps-by', { by: 'channel' });
    const of = (group: string) => rows.find(({ value }) => value === group);
    expect([of('control')?.km_median_days, of('miR-137')?.km_median_days]).toEqual([58, 26]);
    expect(num(of('control'), 'chi_square').toFixed(3)).toBe('122.249');
    expect(num(of('miR-137'), 'p_value') / 2.03e-28).toBeCloseTo(1, 1);
  });
});
