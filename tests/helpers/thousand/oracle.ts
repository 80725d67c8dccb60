import type { TrueRow, TrueShop } from './truth';

/** The figures of a shop, counted from what happened, in the smallest unit of the currency. */
export interface Figures {
  orders: number;
  sales: bigint;
  customers: number;
  identified: { orders: number; sales: bigint; refunds: bigint };
  /** Valid orders by month, '2023-04'. */
  months: Record<string, number>;
}

const amountOf = ({ quantity, price }: TrueRow): bigint => quantity * price;

/**
 * Orders count when something is left of them. Where no number ties a refund to its order, the order stands and the
 * money is taken off its customer, as long as that one has bought.
 */
export function figuresOf({ rows, hasOrderIds, identity }: TrueShop): Figures {
  const orders = new Map<string, { rows: TrueRow[]; sales: bigint; refunds: bigint }>();
  const loose: TrueRow[] = [];
  rows.forEach((row, at) => {
    if (row.isGift) return;
    if (row.isRefund && !hasOrderIds) return void loose.push(row);
    const key = hasOrderIds ? `order ${row.order}` : `row ${at}`;
    const order = orders.get(key) ?? { rows: [], sales: 0n, refunds: 0n };
    orders.set(key, order);
    if (row.isRefund) order.refunds -= amountOf(row);
    else {
      order.rows.push(row);
      order.sales += amountOf(row);
    }
  });
  const valid = [...orders.values()].filter(({ sales, refunds }) => sales > 0n && sales - refunds > 0n);
  const known = identity === 'none' ? [] : valid.filter(({ rows: [first] }) => first!.customer !== null);
  const customers = new Set(known.map(({ rows: [first] }) => first!.customer));
  const given = loose.filter(({ customer }) => customer !== null && customers.has(customer));
  const sum = (amounts: bigint[]) => amounts.reduce((a, b) => a + b, 0n);
  const months: Record<string, number> = {};
  for (const {
    rows: [first],
  } of valid) {
    const { y, m } = first!.day;
    const month = `${y}-${String(m).padStart(2, '0')}`;
    months[month] = (months[month] ?? 0) + 1;
  }
  return {
    orders: valid.length,
    sales: sum(valid.map(({ sales }) => sales)),
    customers: customers.size,
    identified: {
      orders: known.length,
      sales: sum(known.map(({ sales }) => sales)),
      refunds: sum(known.map(({ refunds }) => refunds)) - sum(given.map(amountOf)),
    },
    months,
  };
}
