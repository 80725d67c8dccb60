import type { Attribute } from '../../src/engine/contract';
import type { Database } from './database';

/** What first orders of the file can be told apart by, and the values that most customers have. */
export async function attributesOf(signal: AbortSignal, database: Database): Promise<Attribute[]> {
  const found = await database.rows<Omit<Attribute, 'top'>>(
    signal,
    `select attribute, count(distinct value) as "values", count(distinct customer_no) as customers
     from first_order_attributes group by attribute order by attribute`,
  );
  const tops = await database.rows<{ attribute: string; value: string }>(
    signal,
    `select attribute, value from first_order_attributes group by attribute, value
     qualify row_number() over (partition by attribute order by count(*) desc, value) <= 100
     order by attribute, count(*) desc, value`,
  );
  return found.map((one) => ({
    ...one,
    top: tops.filter(({ attribute }) => attribute === one.attribute).map(({ value }) => value),
  }));
}
