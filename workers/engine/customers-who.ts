import { quoteText } from './quote';

/** Values of first-order attributes; a customer has to have one of the values of each. */
export type CustomersWho = Record<string, readonly string[]>;

const MOST_VALUES = 1000;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0;

/** `{country: 'Germany', channel: ['Web', 'Shop']}`, or the same as JSON text, as JSON text in one form; null for anything else. */
export function whoText(given: unknown): string | null {
  const asked = typeof given === 'string' ? parsed(given) : given;
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return null;
  const who: [string, string[]][] = [];
  for (const [attribute, wanted] of Object.entries(asked as Record<string, unknown>)) {
    const values: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    if (values.length === 0 || values.length > MOST_VALUES || !values.every(isText)) return null;
    who.push([attribute, values]);
  }
  return who.length > 0 ? JSON.stringify(Object.fromEntries(who)) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const whoOf = (text: unknown): CustomersWho =>
  typeof text === 'string' ? (JSON.parse(text) as CustomersWho) : {};

/**
 * The text with steps before its own, which hold the tables of these customers alone under the tables' own names: every
 * question means the same by it, and "Show SQL" shows it. Orders of nobody are left out; no order changes its number.
 */
export function amongCustomers(sql: string, who: CustomersWho): string {
  const conditions = Object.entries(who).map(
    ([attribute, values]) =>
      `select customer_no from main.first_order_attributes where attribute = ${quoteText(attribute)} and value in (${values.map(quoteText).join(', ')})`,
  );
  if (conditions.length === 0) return sql;
  const kept = 'customer_no in (select customer_no from customers_who)';
  const steps = [
    `customers_who as (\n  ${conditions.join('\n  intersect\n  ')}\n)`,
    `customers as (select * from main.customers where ${kept})`,
    `orders as (select * from main.orders where ${kept})`,
    `order_products as (select * from main.order_products where ${kept})`,
    'refunds as (select * from main.refunds where customer_id in (select customer_id from customers))',
  ];
  return sql.replace(/^with params as \(/m, () => `with ${steps.join(',\n')},\nparams as (`);
}
