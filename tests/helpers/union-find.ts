/** What one order says of its buyer; '' where it does not say. */
export interface Meeting {
  id: string;
  email: string;
  phone: string;
}

const keyOf = ({ id, email, phone }: Meeting): string => id || email || phone;
const RANK = (value: string): number => (value.startsWith('K') ? 1 : value.includes('@') ? 2 : 3);
const before = (a: string, b: string): number =>
  RANK(a) - RANK(b) || a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/**
 * The customer of each order, null for nobody, by a plain union-find over all orders: e-mails and phones used by more than 5
 * others join nothing. Ids begin with K here, so that no two kinds of identifier are written alike.
 */
export function customersOf(orders: readonly Meeting[]): (string | null)[] {
  const users = new Map<string, Set<string>>();
  for (const order of orders)
    for (const value of [order.email, order.phone]) {
      if (!value) continue;
      const found = users.get(value) ?? new Set<string>();
      if (keyOf(order) !== value) found.add(keyOf(order));
      users.set(value, found);
    }
  const joins = (value: string) => value !== '' && (users.get(value)?.size ?? 0) <= 5;
  const parents = new Map<string, string>();
  const root = (value: string): string => {
    const parent = parents.get(value) ?? value;
    return parent === value ? value : root(parent);
  };
  for (const { id, email, phone } of orders) {
    const [first, ...rest] = [id, email, phone].filter(joins);
    for (const value of rest) {
      const [low, high] = [root(first!), root(value)].sort(before) as [string, string];
      if (low !== high) parents.set(high, low);
    }
  }
  return orders.map((order) => (keyOf(order) === '' ? null : root(keyOf(order))));
}
