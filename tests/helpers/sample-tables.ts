import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/**
 * The file of the sample shop in native DuckDB: `rows_`, one row per row of the file, and `orders`, one row per completed
 * order with what was refunded of it. A count of its own, apart from the product's import.
 */
export async function openSample(file: string): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await connection.run(`
      create table rows_ as
      select "Order ID" as order_id, "Order date"::timestamp as ordered_at, "Status" as status,
        coalesce(nullif("Customer ID", ''), nullif("E-mail", '')) as customer, "E-mail" as email, "Country" as country,
        "Channel" as channel, "Product" as product, "Category" as category, "Quantity"::integer as quantity,
        "Unit price" as price_text, "Discount code" as code, "Discount"::decimal(18, 2) as discount,
        "Unit price"::decimal(18, 2) * "Quantity"::integer - "Discount"::decimal(18, 2) as sales
      from read_csv('${file}', all_varchar = true, header = true, delim = ',', quote = '"', nullstr = 'no null here');
      create table orders as
      with sold as (
        select order_id, any_value(customer) as customer, min(ordered_at) as ordered_at, sum(sales) as sales,
          list(product) as products
        from rows_ where status = 'Completed' and order_id not like 'C%' group by order_id
      ), refunded as (
        select order_id[2:] as order_id, -sum(sales) as refund from rows_ where order_id like 'C%' group by all
      )
      select sold.*, coalesce(refund, 0) as refund, sales - coalesce(refund, 0) > 0 as is_valid
      from sold left join refunded using (order_id)`);
  return connection;
}

export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS();
}

/** The first row, with 64-bit counts as numbers. */
export async function rowOf(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>> {
  const [first] = await rowsOf(connection, sql);
  return Object.fromEntries(
    Object.entries(first ?? {}).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? Number(value) : value,
    ]),
  );
}
