import {
  amountOf,
  dayNumber,
  dayText,
  different,
  refunded,
  type Attribute,
  type LooseRefund,
  type Order,
  type Shop,
} from './oracle-orders';
import { hasBegun, isComplete, periodStart, ROLLING, type Clocking } from './oracle-periods';

/**
 * A second, deliberately naive count of cohorts, to check the SQL against: no grouping tricks, each cell asks each
 * customer. Rules and readings: tests/fixtures/twelve-customers/README.md. Money is a bigint of 10^-6 units.
 */
export type Mode = 'in_period' | 'on_or_after' | 'by_then';
export type Refunds = 'original_order' | 'refund_date' | 'none';

export interface OracleParams extends Clocking {
  /** 'YYYY-MM-DD'; the day of the last valid order when not said. */
  as_of?: string;
  segment_by?: Attribute;
  cohort_by?: Attribute;
  /** Only 'complete' is counted here: no cohort is set apart. */
  history?: string;
}
export type RetentionParams = OracleParams & { mode: Mode };
export type ValueParams = OracleParams & { refunds: Refunds };

interface CellHead {
  cohort: string;
  segment: string | null;
  age: number;
  cohort_size: number;
  is_complete: boolean;
}
export interface RetentionRow extends CellHead {
  customers: number;
  retention_rate: number;
  low: number;
  high: number;
}
export interface ValueRow extends CellHead {
  orders: number;
  net: number;
  net_per_customer: number;
  cumulative_net_per_customer: number;
  orders_per_customer: number;
  cumulative_orders_per_customer: number;
  aov: number | null;
}

interface Customer {
  orders: Order[];
  first: number;
  cohort: number;
  /** First day that its cells hold. */
  since: number;
  returned: Order[];
  loose: LooseRefund[];
}

/**
 * A refund of an order that is not in the data counts from the customer's first day on; on the calendar clock from the
 * first day of the start period on, as the published references have it.
 */
function customersOf(shop: Shop, { grain, clock }: Clocking, asOf: number): Customer[] {
  const known = shop.orders.filter((order) => order.customer !== null && order.day <= asOf);
  return different(known.map((order) => order.customer!)).map((customer) => {
    const orders = known.filter((order) => order.customer === customer);
    const first = orders[0]!.day;
    const cohort = periodStart(first, grain);
    const since = clock === 'calendar' ? cohort : first;
    const loose = shop.loose.filter(
      (refund) => refund.customer === customer && refund.day >= since && refund.day <= asOf,
    );
    const returned = shop.returned.filter((order) => order.customer === customer);
    return { orders, returned, first, cohort, since, loose };
  });
}

/** The first and last day of age `age` for a customer. */
function span(customer: Customer, age: number, { grain, clock }: OracleParams): [number, number] {
  if (clock === 'rolling') {
    const from = customer.first + age * ROLLING[grain];
    return [from, from + ROLLING[grain] - 1];
  }
  return [periodStart(customer.cohort, grain, age), periodStart(customer.cohort, grain, age + 1) - 1];
}

interface Cell extends Omit<CellHead, 'cohort_size'> {
  members: Customer[];
}

/** All cells that have begun, by cohort, segment and age. */
function cellsOf(customers: Customer[], asOf: number, params: OracleParams): Cell[] {
  const cells: Cell[] = [];
  const cohorts = different(customers.map((customer) => dayText(customer.cohort))).sort();
  const valuesOf = (customer: Customer, attribute: Attribute) => customer.orders[0]!.attributes[attribute];
  const { cohort_by: cohortBy, segment_by: segmentBy } = params;
  if (cohortBy) {
    for (const value of different(customers.flatMap((customer) => valuesOf(customer, cohortBy))).sort()) {
      for (let age = 0; cohorts.some((cohort) => isComplete(dayNumber(cohort), age, asOf, params)); age++) {
        const members = customers.filter(
          (customer) =>
            isComplete(customer.cohort, age, asOf, params) && valuesOf(customer, cohortBy).includes(value),
        );
        if (members.length) cells.push({ cohort: value, segment: null, age, members, is_complete: true });
      }
    }
    return cells;
  }
  for (const cohort of cohorts) {
    const joined = customers.filter((customer) => dayText(customer.cohort) === cohort);
    const segments = segmentBy
      ? different(joined.flatMap((customer) => valuesOf(customer, segmentBy))).sort()
      : [null];
    for (const segment of segments) {
      const members =
        segment === null
          ? joined
          : joined.filter((customer) => valuesOf(customer, segmentBy!).includes(segment));
      for (let age = 0; hasBegun(dayNumber(cohort), age, asOf, params); age++) {
        const complete = isComplete(dayNumber(cohort), age, asOf, params);
        cells.push({ cohort, segment, age, members, is_complete: complete });
      }
    }
  }
  return cells;
}

const asOfOf = (shop: Shop, params: OracleParams): number =>
  params.as_of ? dayNumber(params.as_of) : Math.max(...shop.orders.map((order) => order.day));

/** Wilson score interval at 95 %. */
export function wilson(hits: number, trials: number): { low: number; high: number } {
  const z = 1.959963984540054;
  const middle = (hits + (z * z) / 2) / (trials + z * z);
  const reach = (z * Math.sqrt((hits * (trials - hits)) / trials + (z * z) / 4)) / (trials + z * z);
  return { low: hits === 0 ? 0 : middle - reach, high: hits === trials ? 1 : middle + reach };
}

export function cohortRetention(shop: Shop, params: RetentionParams): RetentionRow[] {
  const asOf = asOfOf(shop, params);
  return cellsOf(customersOf(shop, params, asOf), asOf, params).map(({ members, ...cell }) => {
    const back = members.filter((customer) => {
      const [from, to] = span(customer, cell.age, params);
      if (params.mode === 'in_period') return customer.orders.some(({ day }) => day >= from && day <= to);
      if (params.mode === 'on_or_after') return customer.orders.some(({ day }) => day >= from);
      return customer.orders.length > 1 && customer.orders[1]!.day <= to;
    }).length;
    const rate = back / members.length;
    return {
      ...cell,
      cohort_size: members.length,
      customers: back,
      retention_rate: rate,
      ...wilson(back, members.length),
    };
  });
}

/** What a customer brought between two days, and in how many orders. */
function broughtBy(customer: Customer, [from, to]: [number, number], refunds: Refunds, asOf: number) {
  const within = ({ day }: { day: number }) => day >= from && day <= to;
  const orders = customer.orders.filter(within);
  let net = orders.reduce((sum, order) => sum + order.sales, 0n);
  if (refunds === 'original_order') for (const order of orders) net -= refunded(order);
  if (refunds === 'refund_date') {
    const { since } = customer;
    const isCounted = (one: { day: number }) => within(one) && one.day >= since && one.day <= asOf;
    for (const order of customer.returned.filter(isCounted)) net += order.sales;
    for (const refund of [...customer.orders, ...customer.returned].flatMap((order) => order.refunds))
      if (isCounted(refund)) net -= refund.amount;
  }
  if (refunds !== 'none') for (const refund of customer.loose.filter(within)) net -= refund.amount;
  return { orders: orders.length, net };
}

export function cohortValue(shop: Shop, params: ValueParams): ValueRow[] {
  const asOf = asOfOf(shop, params);
  return cellsOf(customersOf(shop, params, asOf), asOf, params).map(({ members, ...cell }) => {
    let [orders, net, orders_so_far, cumulative, of_orders] = [0, 0n, 0, 0n, 0n];
    const byOrder = params.refunds === 'none' ? 'none' : 'original_order';
    for (const customer of members) {
      const [from, to] = span(customer, cell.age, params);
      const here = broughtBy(customer, [from, to], params.refunds, asOf);
      orders += here.orders;
      net += here.net;
      of_orders += broughtBy(customer, [from, to], byOrder, asOf).net;
      const so_far = broughtBy(customer, [-Infinity, to], params.refunds, asOf);
      orders_so_far += so_far.orders;
      cumulative += so_far.net;
    }
    return {
      ...cell,
      cohort_size: members.length,
      orders,
      orders_per_customer: orders / members.length,
      cumulative_orders_per_customer: orders_so_far / members.length,
      net: amountOf(net),
      net_per_customer: amountOf(net) / members.length,
      cumulative_net_per_customer: amountOf(cumulative) / members.length,
      aov: orders ? amountOf(of_orders) / orders : null,
    };
  });
}
