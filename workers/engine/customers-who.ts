import { quoteText } from './quote';

/** Values of first-order attributes; a customer has to have one of the values of each. */
export type CustomersWho = Record<string, readonly string[]>;

const MOST_VALUES = 1000;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0;

/** Attributes with the values that are wanted, each as a list; null where one is anything else. */
export function attributeValues(asked: Record<string, unknown>): [string, string[]][] | null {
  const found: [string, string[]][] = [];
  for (const [attribute, wanted] of Object.entries(asked)) {
    const values: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    if (values.length === 0 || values.length > MOST_VALUES || !values.every(isText)) return null;
    found.push([attribute, values]);
  }
  return found;
}

/** `{country: 'Germany', channel: ['Web', 'Shop']}`, or the same as JSON text, as JSON text in one form; null for anything else. */
export function whoText(given: unknown): string | null {
  const asked = typeof given === 'string' ? parsedText(given) : given;
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return null;
  const who = attributeValues(asked as Record<string, unknown>);
  return who && who.length > 0 ? JSON.stringify(Object.fromEntries(who)) : null;
}

export function parsedText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const whoOf = (text: unknown): CustomersWho =>
  typeof text === 'string' ? (JSON.parse(text) as CustomersWho) : {};

/** A condition on the value of an attribute: a product is found under each of its names. */
export const hasValue = (attribute: string, values: readonly string[]): string => {
  const listed = values.map(quoteText).join(', ');
  const isOne = `value in (${listed})`;
  return `attribute = ${quoteText(attribute)} and ${
    attribute === 'product'
      ? `(${isOne} or value in (select product from main.products join main.product_names using (product_key) where name in (${listed})))`
      : isOne
  }`;
};

/** The customers with such first orders, as the text of a query; null for everybody. */
export function customersQuery(who: CustomersWho): string | null {
  const conditions = Object.entries(who).map(
    ([attribute, values]) =>
      `select customer_no from main.first_order_attributes where ${hasValue(attribute, values)}`,
  );
  return conditions.length > 0 ? conditions.join('\n  intersect\n  ') : null;
}
