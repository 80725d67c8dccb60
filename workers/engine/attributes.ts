import type { Attribute } from '../../src/engine/contract';
import type { Database } from './database';
import { quoteText } from './quote';

/** The values of an attribute that most valid orders have. */
export const orderValuesOf = async (
  signal: AbortSignal,
  database: Database,
  attribute: string,
): Promise<string[]> =>
  (
    await database.rows<{ value: string }>(
      signal,
      `select value from order_values join order_attributes using (value_no) where attribute = ${quoteText(attribute)}
       group by value order by count(*) desc, value limit 100`,
    )
  ).map(({ value }) => value);

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
