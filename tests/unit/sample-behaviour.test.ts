import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { BEHAVIOUR, type FirstOrderKind } from '../../src/sample/behaviour';
import { KEEPER, LEAVER } from '../../src/sample/catalogue';
import { sampleShop } from '../../src/sample/shop';
import { openSample, rowsOf } from '../helpers/sample-tables';

/** P(no second purchase within t) under the true parameters: leave at once, or stay and not come within t. */
function chanceOfNoSecond(kind: FirstOrderKind, days: number): number {
  const { a, b } = BEHAVIOUR.dropout[kind];
  const { shape, perDays } = BEHAVIOUR.rate;
  return a / (a + b) + (b / (a + b)) * (perDays / (perDays + days)) ** shape;
}

it('makes customers behave by the parameters that it publishes', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-behaviour-'));
  const file = path.join(folder, 'shop.csv');
  writeFileSync(file, [...sampleShop({ seed: 11, lines: 200_000 }).chunks()].join(''));
  const connection = await openSample(file);
  const found = await rowsOf(
    connection,
    `with purchases as (
      select order_id, any_value(customer) as customer, min(ordered_at) as ordered_at,
        arg_min(product, rowid) as first_row
      from rows_ where status = 'Completed' and order_id not like 'C%' and customer is not null
      group by order_id having sum(sales) > 0
    ), customers as (
      select customer, min(ordered_at) as first_at, arg_min(first_row, ordered_at) as first_row, list_sort(list(ordered_at)) as moments
      from purchases group by customer
    )
    select case when first_row = '${KEEPER}' then 'keeper' when first_row = '${LEAVER}' then 'leaver'
        when month(first_at) * 100 + day(first_at) between 1120 and 1224 then 'december' else 'ordinary' end as kind,
      count(*)::integer as customers,
      (count(*) filter (len(moments) = 1 or moments[2] > first_at + interval 365 days))::integer as gone
    from customers where first_at < '2024-01-01' group by kind order by kind`,
  );
  connection.closeSync();
  rmSync(folder, { recursive: true });
  expect(found.map(({ kind }) => kind)).toEqual(['december', 'keeper', 'leaver', 'ordinary']);
  for (const { kind, customers, gone } of found as {
    kind: FirstOrderKind;
    customers: number;
    gone: number;
  }[]) {
    expect(customers).toBeGreaterThan(1500);
    const chance = chanceOfNoSecond(kind, 365);
    const error = Math.sqrt((chance * (1 - chance)) / customers);
    expect(Math.abs(gone / customers - chance), `${kind} ${gone / customers} ${chance}`).toBeLessThan(
      3.5 * error,
    );
  }
});
