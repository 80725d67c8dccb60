import { describe, expect, test } from 'vitest';
import { EngineError } from '../../src/engine/errors';
import { never, ENGINES, openShop } from '../helpers/warehouse';

const ORDERS = 'order_id,order_date,customer_id,amount\n1,2024-01-31,a,5\n2,2024-02-28,b,7\n';

/** What is wrong, the name that DuckDB does not know, and one of those that it knows instead. */
const MISTAKES: [string, string, string][] = [
  ['select custmer_id from orders', 'custmer_id', 'customer_id'],
  ['select o.custmer_id from orders o', 'custmer_id', 'customer_id'],
  ['select custmer_id from orders o join customers c on true', 'custmer_id', 'o.customer_id'],
  ['select customer_id from orders o join customers c on true', 'customer_id', 'c.customer_id'],
  ['select x.order_id from orders o', 'x', 'o'],
  ['select * from ordrs', 'ordrs', 'orders'],
  ['select date_tunc(1)', 'date_tunc', 'date_trunc'],
  ['select 1::intege', 'intege', 'integer'],
  ['with t as (select 1 as "Net ""Sum") select "Net Sun" from t', 'Net Sun', 'Net "Sum'],
];

describe.each(ENGINES)('%s DuckDB', (engine) => {
  test('a name that is not there comes with those that are like it, whatever DuckDB words it like', async () => {
    const { api } = await openShop(engine, ORDERS);
    for (const [text, of, name] of MISTAKES) {
      const error = await api.runUserQuery(never, text, 5).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error, text).toBeInstanceOf(EngineError);
      expect((error as EngineError).values, text).toMatchObject({
        instead: { of, names: expect.arrayContaining([name]) as string[] },
      });
    }
  });

  test('a mistake that no name would mend has none', async () => {
    const { api } = await openShop(engine, ORDERS);
    const failed = api.runUserQuery(never, 'select (1', 5);
    await expect(failed).rejects.toMatchObject({ id: 'bad-sql', values: { instead: null } });
  });
});
