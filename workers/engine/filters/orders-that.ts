import { isDay } from '../../../src/domain/calendar';
import { attributeValues, hasValue, parsedText } from './customers-who';
import { quoteText } from '../sql/quote';

/** Which orders count, as checked: days both included, values of attributes of the order, and whose first order is meant. */
export interface OrdersThat {
  from: string | null;
  to: string | null;
  /** A customer's first order of all, or the first of those that count. */
  first_order: 'ever' | 'inside';
  values: [attribute: string, values: string[]][];
}

const ALL: OrdersThat = { from: null, to: null, first_order: 'ever', values: [] };

/**
 * `{from: '2024-01-01', to: '2024-06-30', channel: ['Web'], first_order: 'inside'}`, or the same as JSON text, as JSON text in one form;
 * null for anything else, and where it leaves no order out.
 */
export function thatText(given: unknown): string | null {
  const asked = typeof given === 'string' ? parsedText(given) : given;
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return null;
  const { from, to, first_order, ...attributes } = asked as Record<string, unknown>;
  if (
    ![from, to].every((day) => day === undefined || day === null || (typeof day === 'string' && isDay(day)))
  )
    return null;
  if (![undefined, null, 'ever', 'inside'].includes(first_order as string | null | undefined)) return null;
  const values = attributeValues(attributes);
  if (values === null || (values.length === 0 && !from && !to)) return null;
  return JSON.stringify({
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(first_order === 'inside' ? { first_order } : {}),
    ...Object.fromEntries(values),
  });
}

/** What the text of the parameter says; null where all orders count. */
export function thatOf(text: unknown): OrdersThat | null {
  if (typeof text !== 'string') return null;
  const { from, to, first_order, ...attributes } = JSON.parse(text) as Record<string, unknown>;
  return {
    ...ALL,
    ...Object.fromEntries(Object.entries({ from, to, first_order }).filter(([, said]) => said)),
    values: attributeValues(attributes) ?? [],
  };
}

/** The conditions on a row of `refunds` that is of no known order: it goes by its own day and values. */
export const refundConditions = ({ from, to, values }: OrdersThat): string[] => [
  ...(from ? [`refunded_on >= ${quoteText(from)}::date`] : []),
  ...(to ? [`refunded_on <= ${quoteText(to)}::date`] : []),
  ...values.map(
    ([attribute, wanted]) =>
      `row_no in (\n    select row_no from main.refund_attributes join main.order_values using (value_no)\n    where ${hasValue(attribute, wanted)}\n  )`,
  ),
];

/** The conditions on a row of `orders`; of several values of an attribute an order has one at least. */
export const orderConditions = ({ from, to, values }: OrdersThat): string[] => [
  ...(from ? [`ordered_on >= ${quoteText(from)}::date`] : []),
  ...(to ? [`ordered_on <= ${quoteText(to)}::date`] : []),
  ...values.map(
    ([attribute, wanted]) =>
      `first_row_no in (\n    select order_no from main.order_attributes join main.order_values using (value_no)\n    where ${hasValue(attribute, wanted)}\n  )`,
  ),
];
