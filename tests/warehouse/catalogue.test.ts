import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/engine/decode';
import { ENGINES, never, openShop } from '../helpers/warehouse';

const twelve = readFileSync(new URL('../fixtures/twelve-customers/orders.csv', import.meta.url), 'utf8');

describe.each(ENGINES)('the catalogue on %s DuckDB', (engine) => {
  it('says of every column of a table that it shows what it is', async () => {
    const shop = await openShop(engine, twelve);
    const shown = decode(await shop.api.schema(never)).rows;
    const tables = [...new Set(shown.map(({ table_name }) => String(table_name)))];
    for (const name of ['orders', 'order_lines', 'customers', 'refunds', 'calendar', 'project', 'contacts'])
      expect(tables).toContain(name);
    const undescribed = await shop.rows(
      `select table_name, column_name from duckdb_columns()
       where database_name = current_database() and comment is null and table_name in ('${tables.join("', '")}')`,
    );
    expect(undescribed).toEqual([]);
  });

  it('says it to a text of one’s own too, whatever was looked at before', async () => {
    const shop = await openShop(engine, twelve);
    const text = `select column_name, comment from duckdb_columns()
      where database_name = current_database() and table_name = 'orders' and comment is not null`;
    const answer = decode(await shop.api.runUserQuery(never, text, 100)).rows;
    expect(answer.map(({ column_name }) => column_name)).toContain('is_valid');
  });
});
