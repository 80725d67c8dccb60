import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shopOfTwelve } from '../helpers/twelve';
import { runChecks } from '../../workers/engine/build/checks';
import { ENGINES, never } from '../helpers/warehouse';

/** For every check, ways in which its tables can be wrong. A check without one here fails, and so does one that stays silent. */
const DAMAGE: Record<string, string[]> = {
  customers_add_up: [
    'update customers set sales = sales + 0.01 where customer_no = 1',
    'update customers set refunds = refunds + 0.01 where customer_no = 2',
    'delete from customers where customer_no = 3',
    `update orders set refunds = refunds + 0.01 where order_id = '1014'`,
    `update staged_lines set sales = sales - 0.01 where kind = 'refund' and customer_id = 'K05'`,
  ],
  files_add_up: [
    'update source_tables set rows = rows + 1',
    `insert into rows_outside values ('left_out', 'x.csv', 1, 'a | b')`,
    'delete from staged_lines where row_no = 3',
  ],
  first_order_is_one: [
    `update orders set order_number = order_number + 1 where customer_id = 'K01'`,
    `update customers set first_ordered_on = first_ordered_on + 1 where customer_id = 'K02'`,
    `update orders set order_number = 1 where customer_id = 'K01' and ordered_on = date '2024-01-05'`,
  ],
  one_row_per_order: [`insert into orders select * from orders where order_id = '1005'`],
  rows_add_up: [
    'delete from staged_lines where row_no = 3',
    'insert into staged_lines select * from staged_lines where row_no = 3',
    'update staged_lines set row_no = 4 where row_no = 3',
  ],
  sales_add_up: [
    `update orders set sales = sales + 0.01 where order_id = '1005'`,
    `update staged_lines set kind = 'set_aside' where row_no = 4`,
  ],
};

const names = readdirSync(new URL('../../src/warehouse/checks/', import.meta.url)).map((file) =>
  file.replace('.sql', ''),
);

it('every check has its damage', () => expect(Object.keys(DAMAGE).sort()).toEqual(names.sort()));

describe.each(ENGINES)('on %s DuckDB', (engine) => {
  it('no check complains of sound tables', async () => {
    const shop = await shopOfTwelve(engine);
    expect(await runChecks(never, shop.database)).toEqual([]);
  });

  const each = Object.entries(DAMAGE).flatMap(([name, all]) => all.map((damage) => [name, damage] as const));
  it.each(each)('%s notices: %s', async (name, damage) => {
    const shop = await shopOfTwelve(engine);
    await shop.run(damage);
    const failed = await runChecks(never, shop.database);
    expect(failed.map(({ values }) => values.check)).toContain(name);
    expect(failed.every(({ id, values }) => id === 'check_failed' && Number(values.rows) > 0)).toBe(true);
  });
});
