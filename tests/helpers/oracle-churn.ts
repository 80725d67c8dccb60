import { refunded, type Order, type Shop } from './oracle-orders';

/**
 * A second, naive count of who fell silent: every customer is asked on every day. No SQL, no intervals; one order of a day is as good as three.
 * Days are numbers since 1970.
 */
export interface Silence {
  customer: string;
  last: number;
  silent: number;
  orders: Order[];
}

export function customersOf(shop: Shop, asOf: number): Silence[] {
  const known = shop.orders.filter((order) => order.customer !== null && order.day <= asOf);
  return [...new Set(known.map((order) => order.customer!))].map((customer) => {
    const orders = known.filter((order) => order.customer === customer);
    const last = Math.max(...orders.map(({ day }) => day));
    return { customer, last, silent: asOf - last, orders };
  });
}

/** Days since the last order on a day; null where there was none yet. */
const silentOn = ({ orders }: Silence, day: number): number | null => {
  const before = orders.filter((order) => order.day <= day).map((order) => order.day);
  return before.length > 0 ? day - Math.max(...before) : null;
};

/** Active at the start, lost and back between two days, where lost means silent for more than `days`. */
export function churnBetween(people: readonly Silence[], from: number, to: number, days: number) {
  const within = (silent: number | null) => silent !== null && silent <= days;
  const active = people.filter((one) => within(silentOn(one, from - 1)));
  const span = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const isLost = (one: Silence) => span.some((day) => silentOn(one, day) === days + 1);
  const isBack = (one: Silence) =>
    span.some((day) => silentOn(one, day) === 0 && (silentOn(one, day - 1) ?? 0) > days);
  return {
    active_at_start: active.length,
    lost: active.filter(isLost).length,
    reactivated: people.filter(isBack).length,
  };
}

/** Net of the 12 months up to the last order, in 10^-6 units, refunds of these orders taken off and no others. */
export function lastYearNet({ orders, last }: Silence): bigint {
  const date = new Date(last * 86_400_000);
  const [year, month, day] = [date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate()];
  const clipped = Math.min(day, new Date(Date.UTC(year, month + 1, 0)).getUTCDate());
  const after = Date.UTC(year, month, clipped) / 86_400_000;
  return orders
    .filter((order) => order.day > after)
    .reduce((sum, order) => sum + order.sales - refunded(order), 0n);
}
