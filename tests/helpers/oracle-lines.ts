import type { OpenShop } from './warehouse';

/** A valid order of a known customer with its sale lines. */
export interface Bought {
  id: string;
  customer: string;
  at: string;
  lines: { product: string; sales: number }[];
}

/** The valid orders of known customers by time and id, with the lines that name a product, from the rows of the file. */
export async function linesOf(shop: OpenShop): Promise<Bought[]> {
  const rows = await shop.rows<{
    id: string;
    customer: string;
    at: string;
    product: string | null;
    sales: number;
  }>(
    `select orders.order_id as id, orders.customer_id as customer, orders.ordered_at::varchar as at, product, lines.sales::double as sales
     from orders left join (select * from order_lines where kind = 'sale' and product is not null) as lines using (order_id)
     where is_valid and orders.customer_no is not null`,
  );
  const orders = new Map<string, Bought>();
  for (const { id, customer, at, product, sales } of rows) {
    const order = orders.get(id) ?? { id, customer, at, lines: [] };
    if (product !== null) order.lines.push({ product, sales: Number(sales) });
    orders.set(id, order);
  }
  const key = ({ at, id }: Bought) => `${at} ${id}`;
  return [...orders.values()].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** The orders of each customer, of orders that stand by time. */
export function ordersByCustomer(bought: readonly Bought[]): Bought[][] {
  const all = new Map<string, Bought[]>();
  for (const order of bought) all.set(order.customer, [...(all.get(order.customer) ?? []), order]);
  return [...all.values()];
}
