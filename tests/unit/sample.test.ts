import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEEPER, LEAVER } from '../../src/sample/catalogue';
import { sampleShop } from '../../src/sample/shop';
import { openSample, rowOf, rowsOf } from '../helpers/sample-tables';

describe('the sample shop, counted again by SQL over its file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-sample-'));
  const shop = sampleShop();
  let connection: DuckDBConnection;

  beforeAll(async () => {
    const file = path.join(folder, shop.sampleFileName);
    writeFileSync(file, [...shop.chunks()].join(''));
    connection = await openSample(file);
  });
  afterAll(() => {
    connection.closeSync();
    rmSync(folder, { recursive: true });
  });

  const row = (sql: string) => rowOf(connection, sql);
  const rows = (sql: string) => rowsOf(connection, sql);

  it('has about 40,000 lines from the first day of 2021 to the last of 2024', async () => {
    const found = await row(
      `select count(*) as n, min(ordered_at)::date::varchar as first, max(ordered_at)::date::varchar as last from rows_`,
    );
    expect(found.n).toBe(shop.truth().rows);
    expect(found.n).toBeGreaterThan(38_800);
    expect(found.n).toBeLessThan(41_200);
    expect([found.first, found.last]).toEqual(['2021-01-01', '2024-12-31']);
  });

  it('tells the truth about orders, customers and money, to the cent', async () => {
    const { orders, customers, salesCents, refundCents, netCents } = shop.truth();
    for (const [who, filter] of [
      ['all', 'true'],
      ['identified', 'customer is not null'],
      ['anonymous', 'customer is null'],
    ] as const) {
      const found = await row(`
        select count(*) filter (is_valid) as orders, (sum(sales) * 100)::bigint as sales,
          (sum(refund) * 100)::bigint as refunds, (sum(sales - refund) * 100)::bigint as net
        from orders where ${filter}`);
      expect(found).toEqual({
        orders: orders[who],
        sales: salesCents[who],
        refunds: refundCents[who],
        net: netCents[who],
      });
    }
    expect(await row('select count(distinct customer) as n from orders where is_valid')).toEqual({
      n: customers,
    });
  });

  it('tells the truth about every kind of row that needs a rule', async () => {
    const { rules } = shop.truth();
    const found = await row(`
      select count(distinct (order_id, ordered_at)) filter (order_id like 'C%') as "creditNotes",
        count(*) filter (order_id like 'C%') as "creditNoteRows",
        count(distinct order_id) filter (status = 'Cancelled') as "cancelledOrders",
        count(*) filter (status = 'Cancelled') as "cancelledRows",
        count(distinct order_id) filter (status = 'Test') as "testOrders",
        count(*) filter (status = 'Test') as "testRows",
        count(*) filter (price_text = '0.00') as "zeroPriceRows",
        count(*) filter (customer is null) as "anonymousRows",
        (select count(*) from orders where sales = 0) as "zeroNetOrders"
      from rows_`);
    expect(found).toEqual({
      creditNotes: rules.creditNotes,
      creditNoteRows: rules.creditNoteRows,
      cancelledOrders: rules.cancelledOrders,
      cancelledRows: rules.cancelledRows,
      testOrders: rules.testOrders,
      testRows: rules.testRows,
      zeroPriceRows: rules.zeroPriceRows,
      anonymousRows: rules.anonymousRows,
      zeroNetOrders: rules.zeroNetOrders,
    });
    const whole = await row(`
      select count(*) as n, (sum(sales) * 100)::bigint as cents, count(customer) as known
      from orders where sales > 0 and refund = sales`);
    expect(whole).toEqual({
      n: rules.fullyRefundedOrders.all,
      cents: rules.fullyRefundedCents.all,
      known: rules.fullyRefundedOrders.identified,
    });
    for (const count of Object.values(rules))
      expect(typeof count === 'number' ? count : count.all).toBeGreaterThan(0);
  });

  it('refunds only what was sold, later, to the same buyer, and never more than was paid', async () => {
    const found = await row(`
      select count(*) as notes, count(*) filter (days between 2 and 29) as in_time,
        count(*) filter (same_buyer) as same_buyer, count(*) filter (back <= paid and back > 0) as in_bounds
      from (
        select c.order_id, any_value(c.ordered_at)::date - any_value(o.ordered_at)::date as days, -sum(c.sales) as back,
          any_value(o.sales) as paid, bool_and(c.customer is not distinct from o.customer) as same_buyer
        from rows_ c join orders o on o.order_id = c.order_id[2:] where c.order_id like 'C%' group by c.order_id)`);
    const { creditNotes } = shop.truth().rules;
    expect(found).toEqual({
      notes: creditNotes,
      in_time: creditNotes,
      same_buyer: creditNotes,
      in_bounds: creditNotes,
    });
  });

  it('is in the order of its dates, with order numbers that rise and no two equal rows', async () => {
    const found = await row(`
      select count(*) filter (ordered_at < before) as back_in_time, count(*) filter (number < number_before) as falling
      from (select ordered_at, lag(ordered_at) over (order by rowid) as before,
        case when order_id not like 'C%' then order_id::integer end as number,
        max(case when order_id not like 'C%' then order_id::integer end)
          over (order by rowid rows between unbounded preceding and 1 preceding) as number_before from rows_)`);
    expect(found).toEqual({ back_in_time: 0, falling: 0 });
    expect(await row('select count(*) - count(distinct rows_) as n from rows_')).toEqual({ n: 0 });
  });

  it('sells most in December, least in summer, most on Saturdays, and grows', async () => {
    const months = await rows(`
      select month(ordered_at) as month, count(*) as n from rows_ where year(ordered_at) > 2021 group by 1 order by n desc`);
    expect(months.slice(0, 2).map(({ month }) => Number(month))).toEqual([12, 11]);
    expect(
      months
        .slice(-2)
        .map(({ month }) => Number(month))
        .sort(),
    ).toEqual([7, 8]);
    const days = await rows(
      'select isodow(ordered_at) as day, count(*) as n from rows_ group by 1 order by n desc',
    );
    expect(Number(days[0]!.day)).toBe(6);
    expect(Number(days[6]!.day)).toBe(7);
    const years = await rows(
      'select year(ordered_at) as year, count(*) as n from rows_ group by 1 order by n',
    );
    expect(years.map(({ year }) => Number(year))).toEqual([2021, 2022, 2023, 2024]);
  });

  const returning = (filter: string) => `
    select count(*) as n, avg(came_back::integer) as rate from (
      select customer, arg_min(products, ordered_at) as first_products, min(ordered_at)::date as first_on,
        count(*) filter (ordered_at::date - first_day between 1 and 365) > 0 as came_back
      from (select *, min(ordered_at::date) over (partition by customer) as first_day from orders
        where is_valid and customer is not null)
      group by customer) where first_on <= '2023-12-31' and ${filter}`;

  it('has a product whose first buyers come back and one whose first buyers do not', async () => {
    const keeper = await row(returning(`list_contains(first_products, '${KEEPER}')`));
    const leaver = await row(returning(`list_contains(first_products, '${LEAVER}')`));
    const all = await row(returning('true'));
    expect(keeper.n).toBeGreaterThan(300);
    expect(leaver.n).toBeGreaterThan(300);
    expect(keeper.rate).toBeGreaterThan((all.rate as number) + 0.12);
    expect(leaver.rate).toBeLessThan((all.rate as number) - 0.12);
  });

  it('wins its largest cohorts in December, and they keep worse than those of spring', async () => {
    const december = await row(returning('month(first_on) = 12'));
    const spring = await row(returning('month(first_on) in (3, 4, 5)'));
    expect(december.n as number).toBeGreaterThan(((spring.n as number) / 3) * 2);
    expect(december.rate).toBeLessThan((spring.rate as number) - 0.15);
  });

  it('has three channels, five countries, six categories, thirty products, guests with and without e-mail, codes', async () => {
    const found = await row(`
      select count(distinct channel) as channels, count(distinct country) as countries,
        count(distinct category) as categories, count(distinct product) as products,
        count(distinct nullif(code, '')) as codes,
        count(distinct customer) filter (customer like '%@%') as guests from rows_`);
    expect(found).toMatchObject({ channels: 3, countries: 5, categories: 6, products: 30, codes: 4 });
    expect(found.guests).toBeGreaterThan(300);
    const share = await row(
      'select avg((customer is null)::integer) as anonymous, avg((discount > 0)::integer) as discounted from rows_',
    );
    expect(share.anonymous).toBeGreaterThan(0.05);
    expect(share.anonymous).toBeLessThan(0.2);
    expect(share.discounted).toBeGreaterThan(0.03);
  });

  it('writes only addresses that can belong to nobody', async () => {
    const found = await row(`
      select count(*) filter (email != '' and not regexp_full_match(email, '[a-z]+[.][a-z]+[0-9]*@(mail[.])?example[.]com')) as odd,
        count(*) filter (email != '') as filled from rows_`);
    expect(found.odd).toBe(0);
    expect(found.filled).toBeGreaterThan(20_000);
    for (const { text } of await rows(
      'select rows_::varchar as text from rows_ using sample 2000 rows (reservoir, 1)',
    )) {
      for (const [, domain] of String(text).matchAll(/@([a-z.]+)/g))
        expect(domain).toMatch(/(^|\.)example\.com$/);
    }
  });
});
