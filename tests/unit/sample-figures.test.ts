import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_PRODUCTS, NET_SO_FAR, NET_SO_FAR_CUSTOMERS, QUARTERS } from '../../src/sample/figures';
import { sampleShop } from '../../src/sample/shop';
import { openSample, rowOf, rowsOf } from '../helpers/sample-tables';

describe('the three pictures of the first page, counted again by SQL over the sample shop', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-figures-'));
  const shop = sampleShop();
  let connection: DuckDBConnection;

  beforeAll(async () => {
    const file = path.join(folder, shop.sampleFileName);
    writeFileSync(file, [...shop.chunks()].join(''));
    connection = await openSample(file);
    await connection.run(`
      create table bought as select customer, order_id, ordered_at, sales - refund as net, products
      from orders where is_valid and customer is not null;
      create table joined as select customer, min(ordered_at) as first_at,
        arg_min(products, (ordered_at, order_id)) as products from bought group by customer`);
  });
  afterAll(() => {
    connection.closeSync();
    rmSync(folder, { recursive: true });
  });

  it('draws the customers of each quarter of 2023 and how many of them were back', async () => {
    const found = await rowsOf(
      connection,
      `select strftime(date_trunc('quarter', first_at), '%Y-%m-%d') as quarter,
         count(distinct customer)::integer as customers, ${[1, 2, 3, 4]
           .map(
             (age) =>
               `count(distinct customer) filter (date_diff('quarter', first_at, ordered_at) = ${age})::integer as q${age}`,
           )
           .join(', ')}
       from joined join bought using (customer) where year(first_at) = 2023 group by 1 order by 1`,
    );
    expect(found).toEqual(
      QUARTERS.map(({ quarter, customers, back: [q1, q2, q3, q4] }) => ({
        ...{ quarter, customers, q1, q2, q3, q4 },
      })),
    );
  });

  it('draws the four first products with the most buyers and how many were back within six months', async () => {
    const found = await rowsOf(
      connection,
      `with starts as (
         select customer, first_at, unnest(list_distinct(products)) as product from joined
         where date_trunc('month', first_at) + interval 7 month <= date '2025-01-01'
       ), again as (
         select customer, min(ordered_at) as second_at from bought
         join joined using (customer) where (ordered_at, order_id) > (first_at,
           (select min(order_id) from bought as same where same.customer = joined.customer and same.ordered_at = first_at))
         group by customer
       )
       select product, count(*)::integer as customers,
         count(*) filter (date_diff('month', first_at, second_at) <= 6)::integer as back
       from starts left join again using (customer) group by product order by customers desc limit 4`,
    );
    const largestFirst = [...FIRST_PRODUCTS].sort((a, b) => b.customers - a.customers);
    expect(found).toEqual(largestFirst.map((figures) => ({ ...figures })));
  });

  it('draws the net per customer so far, over everybody whose twelve months are over', async () => {
    const cohort = `joined where first_at < timestamp '2024-01-01'`;
    const customers = await rowOf(connection, `select count(*)::integer as n from ${cohort}`);
    expect(customers.n).toBe(NET_SO_FAR_CUSTOMERS);
    const found = await rowsOf(
      connection,
      `select age::integer as age, round(sum(net) filter (date_diff('month', first_at, ordered_at) <= age)
           * 100 / count(distinct customer))::integer as cents
       from (from ${cohort}) as cohort join bought using (customer), range(13) as ages(age)
       group by age order by age`,
    );
    expect(found.map(({ cents }) => cents)).toEqual([...NET_SO_FAR]);
  });
});
