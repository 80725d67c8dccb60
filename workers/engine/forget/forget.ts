import type { Choices } from '../../../src/domain/choices';
import type { Forgotten, Sifted } from '../../../src/domain/forgotten';
import type { SourceTable } from '../../../src/engine/source-contract';
import { shopOf } from '../../../src/ingest/mapping/saved-mapping';
import { leftBefore } from '../../../src/ingest/tables/table-choices';
import type { EngineDatabase } from '../host/database';
import { listed, ofSeveral } from './forget-in-several';
import { quoteText } from '../sql/quote';
import type { Shop } from '../shop';
import { written } from './written-tables';

const never = new AbortController().signal;

/** The hash of a key of this shop. An e-mail is the same person in every shop; a number is not. */
const hashOf = ({ plan, loaded }: Shop, salt: string, value: string): string => {
  const mapping = Object.fromEntries(
    Object.entries(plan?.reading.positions ?? {}).map(([field, at]) => [field, loaded.headers[at] ?? '']),
  );
  return `sha256(${quoteText(salt)} || if(contains(${value}, '@'), '', ${quoteText(shopOf(mapping))}) || ${value})`;
};

/**
 * Every id, e-mail and phone that stands for a customer of the file, with the customer. `joined_keys` has those of sets that share one with another
 * set; what only ever stands beside one customer is read from the rows, where several columns say who bought and are joined.
 */
function keysOf({ plan }: Shop): string {
  const own = `select customer_id, customer_id as value from staged_lines where customer_id is not null group by customer_id
  union all select customer_id, value from joined_keys`;
  if (plan?.choices.identity?.merge === 'off') return own;
  return `${own}
  union all
  select distinct customer_id, value from (
    select customer_id, unnest([customer, lower(email), phone_digits(phone)]) as value
    from (select row_no, customer_id from staged_lines where customer_id is not null)
    join (select row_no, customer, email, phone from source_rows) using (row_no)
  )
  where value is not null and value not in (select value from joined_keys) and value not in (select identifier from shared_identifiers)`;
}

/** The customers of the file who are on the list. */
export async function forgottenIn(
  signal: AbortSignal,
  database: EngineDatabase,
  shop: Shop,
  { salt, hashes }: Forgotten,
): Promise<string[]> {
  if (hashes.length === 0) return [];
  const rows = await database.rows<{ customer_id: string }>(
    signal,
    `select distinct customer_id from (${keysOf(shop)}) where ${hashOf(shop, salt, 'value')} in (${listed(hashes)}) order by customer_id`,
  );
  return rows.map(({ customer_id }) => customer_id);
}

/**
 * The tables that hold rows of these customers, written anew as CSV without those rows: their own, those of their orders, and those of a
 * list of customers. Throws `not-taken-out` where a table would still name one of them.
 */
export async function withoutCustomers(
  signal: AbortSignal,
  database: EngineDatabase,
  shop: Shop,
  tables: readonly SourceTable[],
  customers: readonly string[],
  salt: string,
): Promise<Sifted> {
  const run = (sql: string) => database.run(signal, sql);
  const keys = await database.rows<{ value: string; hash: string }>(
    signal,
    `select value, ${hashOf(shop, salt, 'value')} as hash from (${keysOf(shop)}) where customer_id in (${listed(customers)}) group by value order by value`,
  );
  await run(`create or replace table forgotten_rows as select row_no from staged_lines where customer_id in (${listed(customers)})
    or order_id in (select order_id from orders where customer_id in (${listed(customers)}))`);
  try {
    const wanted = wantedOf(tables, shop.choices);
    const read = new Set(wanted.map(({ name }) => name));
    const unread = [...new Set(tables.map(({ name }) => name))].filter((name) => !read.has(name));
    const sifted = { unread, hashes: keys.map(({ hash }) => hash), keys: keys.map(({ value }) => value) };
    if (!shop.places) {
      const [only] = wanted;
      const where = 'rowid + 1 in (select row_no from forgotten_rows)';
      const table = { ...shop.loaded, source: only!, choices: shop.choices };
      return { ...sifted, tables: await written(signal, database, [{ ...table, where }]) };
    }
    return { ...sifted, tables: await ofSeveral(signal, database, shop, wanted, tables, sifted.keys) };
  } finally {
    await database.run(never, `use ${shop.database}`);
    await database.run(never, 'drop table if exists forgotten_rows');
  }
}

const wantedOf = (tables: readonly SourceTable[], choices: Choices): SourceTable[] => {
  const left = leftBefore(tables, choices);
  return tables.filter((_, index) => !left.has(index));
};
