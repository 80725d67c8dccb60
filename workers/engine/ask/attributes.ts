import type { Attribute } from '../../../src/engine/contract';
import { columnsOf, readingColumn } from '../build/column-values';
import type { Database } from '../host/database';
import { quoteText } from '../sql/quote';
import type { Shop } from '../shop';

/** Values that a list shows. */
const MOST = 200;

const VALUES_OF = {
  orders: 'order_values join order_attributes using (value_no)',
  first_orders: 'first_order_attributes',
} as const;

const folded = (text: string) => `strip_accents(lower(${text}))`;

/** The values of an attribute that hold a text, those of most orders first. */
export const valuesHolding = async (
  signal: AbortSignal,
  database: Database,
  of: keyof typeof VALUES_OF,
  attribute: string,
  text: string,
): Promise<string[]> =>
  (
    await database.rows<{ value: string }>(
      signal,
      `select value from ${VALUES_OF[of]} where attribute = ${quoteText(attribute)}
       and contains(${folded('value')}, ${folded(quoteText(text))})
       group by value order by count(*) desc, value limit ${MOST}`,
    )
  ).map(({ value }) => value);

/** What first orders of the file can be told apart by, and the values that most customers have; columns of the file behind the rest. */
export async function attributesOf(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
): Promise<Attribute[]> {
  const columns = columnsOf(shop);
  const isOwn = `attribute not in ('', ${columns.map(({ name }) => quoteText(name)).join(', ') || "''"})`;
  const found = await database.rows<Omit<Attribute, 'top' | 'level'>>(
    signal,
    `select attribute, count(distinct value) as "values", count(distinct customer_no) as customers
     from first_order_attributes where ${isOwn} group by attribute order by attribute`,
  );
  const tops = await database.rows<{ attribute: string; value: string }>(
    signal,
    `select attribute, value from first_order_attributes where ${isOwn} group by attribute, value
     qualify row_number() over (partition by attribute order by count(*) desc, value) <= ${MOST}
     order by attribute, count(*) desc, value`,
  );
  const own = found.map<Attribute>((one) => ({
    ...one,
    level: levelOf(one.attribute),
    top: tops.filter(({ attribute }) => attribute === one.attribute).map(({ value }) => value),
  }));
  for (const column of columns) {
    const values = await readingColumn(signal, database, shop.plan!, column, () =>
      database.rows<{ value: string; customers: number }>(signal, VALUES_OF_FIRST_ORDERS),
    );
    const customers = values.reduce((sum, one) => sum + one.customers, 0);
    const top = values.slice(0, MOST).map(({ value }) => value);
    own.push({ attribute: column.name, level: column.level, values: values.length, customers, top });
  }
  return own;
}

/** Of what has a name of its own, an order has several goods and one of everything else. */
const levelOf = (attribute: string) =>
  attribute === 'product' || attribute === 'category' ? 'line' : ('order' as const);

/** Read in place: nobody has asked for a split by the column yet. */
const VALUES_OF_FIRST_ORDERS = `select value, count(*) as customers from column_orders where order_number = 1
  group by value order by customers desc, value`;
