import type { ShopRow } from './shop-rows';

export type Attribute = 'country' | 'channel' | 'product' | 'category' | 'discount';

export interface Order {
  id: string;
  at: string;
  day: number;
  customer: string | null;
  sales: bigint;
  refunds: { day: number; amount: bigint }[];
  attributes: Record<Attribute, string[]>;
}
/** A refund of a known customer whose order is not in the data. */
export interface LooseRefund {
  customer: string | null;
  day: number;
  amount: bigint;
}
export interface Shop {
  /** Valid orders by time and id. */
  orders: Order[];
  /** Orders that were paid and given back whole: no purchases, but money in the cash view. */
  returned: Order[];
  loose: LooseRefund[];
}

const DAY = 86_400_000;
const MICRO = 1_000_000n;
export const dayNumber = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / DAY;
export const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** '-12.34' → -12340000n. */
export function micro(text: string): bigint {
  const found = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(text);
  if (!found) throw new Error(`not a plain amount: ${text}`);
  const [, sign, whole = '0', fraction = ''] = found;
  const amount = BigInt(whole) * MICRO + BigInt(fraction.padEnd(6, '0'));
  return sign ? -amount : amount;
}
export const amountOf = (value: bigint): number => Number(value) / 1e6;

const customerOf = (row: ShopRow): string | null =>
  row.customerId.trim() || row.email.trim().toLowerCase() || null;
const salesOf = (row: ShopRow) => micro(row.unitPrice) * BigInt(row.quantity) - micro(row.discount);
export const different = (values: string[]) => [...new Set(values)];
/** What was given back of an order. */
export const refunded = (order: Order) => order.refunds.reduce((sum, refund) => sum + refund.amount, 0n);

/**
 * Rows of a file → valid orders and refunds without an order. Lines for nothing are left out, as the cleaning rule
 * `zero_price` has it unless it is set to `keep`: they add no money, but the product of a gift is not what was bought.
 */
export function readShop(all: ShopRow[], zeroPrice: 'drop' | 'keep' = 'drop'): Shop {
  const rows = all.filter((row) => zeroPrice === 'keep' || micro(row.unitPrice) !== 0n);
  const orders = new Map<string, Order>();
  for (const id of different(rows.map((row) => row.orderId).filter((id) => !id.startsWith('C')))) {
    const lines = rows.filter((row) => row.orderId === id);
    if (lines.some((line) => /cancel|test|draft|void|fail/i.test(line.status))) {
      orders.set(id, { ...emptyOrder(id, lines[0]!), sales: 0n });
      continue;
    }
    const sales = lines.reduce((sum, line) => sum + salesOf(line), 0n);
    const isDiscounted = lines.some((line) => micro(line.discount) > 0n);
    orders.set(id, {
      ...emptyOrder(id, lines[0]!),
      sales,
      attributes: {
        country: different(lines.map((line) => line.country)),
        channel: different(lines.map((line) => line.channel)),
        product: different(lines.map((line) => line.product)),
        category: different(lines.map((line) => line.category)),
        discount: [isDiscounted ? 'yes' : 'no'],
      },
    });
  }
  const loose: LooseRefund[] = [];
  const notes = rows.filter((candidate) => candidate.orderId.startsWith('C'));
  for (const row of notes) {
    const refund = { day: dayNumber(row.at), amount: -salesOf(row) };
    const order = orders.get(row.orderId.slice(1));
    const all = notes.filter(({ orderId }) => orderId === row.orderId);
    // A credit note is of the order with its number only where that is no smaller.
    const isOf = order && all.reduce((sum, one) => sum - salesOf(one), 0n) <= order.sales;
    if (isOf) order.refunds.push(refund);
    else loose.push({ ...refund, customer: customerOf(row) });
  }
  const valid = [...orders.values()].filter((order) => order.sales - refunded(order) > 0n);
  valid.sort((one, other) => (one.at + one.id < other.at + other.id ? -1 : 1));
  const returned = [...orders.values()].filter(
    (order) => order.sales > 0n && order.sales === refunded(order),
  );
  return { orders: valid, returned, loose };
}

const emptyOrder = (id: string, row: ShopRow): Order => ({
  id,
  at: row.at,
  day: dayNumber(row.at),
  customer: customerOf(row),
  sales: 0n,
  refunds: [],
  attributes: { country: [], channel: [], product: [], category: [], discount: [] },
});

/** The figures of the import report that cohorts hang on. Money exact, in 10^-6 units. */
export function totalsOf(shop: Shop) {
  const known = shop.orders.filter((order) => order.customer !== null);
  const sales = (orders: Order[]) => orders.reduce((sum, order) => sum + order.sales, 0n);
  const customers = different(known.map((order) => order.customer!));
  const firstDay = (customer: string) => known.find((order) => order.customer === customer)?.day ?? Infinity;
  const loose = shop.loose.filter(({ customer }) => customer !== null && firstDay(customer) < Infinity);
  const total = (amounts: bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
  const isEarly = ({ customer, day }: LooseRefund) => day < firstDay(customer!);
  const early = total(loose.filter(isEarly).map(({ amount }) => amount));
  const refunds = total([...known.map(refunded), ...loose.map(({ amount }) => amount)]) - early;
  const days = shop.orders.map((order) => order.day);
  return {
    all: { orders: shop.orders.length, sales: sales(shop.orders) },
    identified: {
      customers: customers.length,
      orders: known.length,
      sales: sales(known),
      refunds,
      net: sales(known) - refunds,
    },
    /** Refunds of customers before their first order: outside the cells, but in the report's refunds. */
    early,
    /** Given back after the first order, of orders before it that came back in full: on its own day it stands without its sale. */
    unmatched: total(
      shop.returned
        .filter(({ customer, day }) => customer !== null && day < firstDay(customer))
        .flatMap(({ customer, refunds: all }) => all.filter(({ day }) => day >= firstDay(customer!)))
        .map(({ amount }) => amount),
    ),
    from: dayText(Math.min(...days)),
    as_of: dayText(Math.max(...days)),
  };
}
