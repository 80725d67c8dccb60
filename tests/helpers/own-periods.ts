import { churnBetween, customersOf } from './oracle-churn';
import { amountOf, dayText, micro, type Order, type Shop } from './oracle-orders';
import { businessDay, periodsBetween, type OwnCalendar, type OwnGrain } from './own-calendar';

/** A sale of a known customer, or of nobody. */
export interface Bought {
  id: string;
  at: string;
  customer: string | null;
  amount: string;
}

/** The question's periods, and for each customer the number of the period of each order, in turn. */
interface Walked {
  periods: ReturnType<typeof periodsBetween>;
  last: number;
  orders: { customer: string | null; day: number; period: number; sales: bigint }[];
  people: Map<string, { period: number; day: number; sales: bigint }[]>;
}

export function walk(bought: readonly Bought[], grain: OwnGrain, own: OwnCalendar): Walked {
  const sorted = bought
    .map((one) => ({ ...one, day: businessDay(one.at, own), sales: micro(one.amount) }))
    .sort((one, other) => one.day - other.day);
  const [first, last] = [sorted[0]!.day, sorted.at(-1)!.day];
  const periods = periodsBetween(first, last, grain, own);
  const numbers = new Map<number, number>();
  for (const [number, { from, to }] of periods.entries())
    for (let day = from; day <= to; day++) numbers.set(day, number);
  const orders = sorted.map(({ customer, day, sales }) => ({
    ...{ customer, day, sales },
    period: numbers.get(day)!,
  }));
  const people: Walked['people'] = new Map();
  for (const { customer, ...order } of orders)
    if (customer !== null) people.set(customer, [...(people.get(customer) ?? []), order]);
  return { periods, last, orders, people };
}

const sum = (amounts: readonly bigint[]) => amountOf(amounts.reduce((all, one) => all + one, 0n));

export function growth({ periods, last, orders, people }: Walked) {
  const rows = periods.map(({ from, to }) => ({
    ...{ period: dayText(from), new: 0, retained: 0, reactivated: 0, lost: 0, customers: 0 },
    ...{ net_new: 0, net_returning: 0, net_anonymous: 0, is_complete: to <= last },
  }));
  for (const bought of people.values()) {
    const seen = [...new Set(bought.map(({ period }) => period))];
    for (const [turn, number] of seen.entries()) {
      const row = rows[number]!;
      row.customers++;
      if (turn === 0) row.new++;
      else if (seen[turn - 1] === number - 1) row.retained++;
      else row.reactivated++;
      if (seen[turn + 1] !== number + 1 && rows[number + 1]) rows[number + 1]!.lost++;
    }
  }
  for (const [number, row] of rows.entries()) {
    const here = orders.filter(({ period }) => period === number);
    const isFirst = ({ customer }: (typeof here)[number]) => people.get(customer!)?.[0]?.period === number;
    const known = here.filter(({ customer }) => customer !== null);
    row.net_new = sum(known.filter(isFirst).map(({ sales }) => sales));
    row.net_returning = sum(known.filter((one) => !isFirst(one)).map(({ sales }) => sales));
    row.net_anonymous = sum(here.filter(({ customer }) => customer === null).map(({ sales }) => sales));
  }
  return rows;
}

/** What was sold in each period and to whom, beside the period so many before it. */
export function sales(walked: Walked, back: number) {
  const { periods, orders, people } = walked;
  const grown = growth(walked);
  const counted = grown.map(({ net_anonymous: net_unknown, ...row }, number) => {
    const here = orders.filter(({ period }) => period === number);
    const fresh = here.filter(({ customer }) => people.get(customer!)?.[0]?.period === number).length;
    const unknown = here.filter(({ customer }) => customer === null).length;
    return {
      ...{ period: row.period, orders: here.length, orders_new: fresh, orders_unknown: unknown },
      ...{ orders_returning: here.length - fresh - unknown, net: sum(here.map(({ sales }) => sales)) },
      ...{ net_new: row.net_new, net_returning: row.net_returning, net_unknown },
      ...{ customers: row.customers, customers_new: row.new, is_complete: row.is_complete },
    };
  });
  return counted.map((row, number) => {
    const earlier = number - back;
    const isHeld = earlier >= 0 && periods[earlier]!.from >= orders[0]!.day;
    const { net = null, orders: before = null } = isHeld ? counted[earlier]! : {};
    return { ...row, net_year_before: net, orders_year_before: before };
  });
}

/** Retention in the period, and net, of everybody by the period of their first order. */
export function cohorts({ periods, last, people }: Walked) {
  return periods.flatMap(({ from }, start) => {
    const members = [...people.values()].filter((bought) => bought[0]!.period === start);
    if (members.length === 0) return [];
    return periods.slice(start).map(({ to }, age) => {
      const within = members.map((bought) => bought.filter(({ period }) => period === start + age));
      return {
        ...{ key: `${dayText(from)} ${age}`, cohort_size: members.length, is_complete: to <= last },
        customers: within.filter((bought) => bought.length > 0).length,
        orders: within.flat().length,
        net: sum(within.flat().map(({ sales }) => sales)),
      };
    });
  });
}

/** Active: an order in the `days` up to the end of a period, or in it. */
export function retention({ periods, last, people }: Walked, days: number) {
  const isActive = (bought: { day: number }[], number: number) => {
    const { from, to } = periods[number]!;
    const end = Math.min(to, last);
    return bought.some(({ day }) => day > Math.min(from - 1, end - days) && day <= end);
  };
  return periods.map(({ from }, number) => {
    const all = [...people.values()];
    const before = number === 0 ? [] : all.filter((bought) => isActive(bought, number - 1));
    const after = all.filter((bought) => isActive(bought, number));
    const fresh = all.filter((bought) => bought[0]!.period === number);
    const still = new Set(after);
    const retained = before.filter((bought) => still.has(bought)).length;
    return {
      ...{ period: dayText(from), cs: before.length, ce: after.length, cn: fresh.length, retained },
      lost: before.length - retained,
      reactivated: after.length - retained - fresh.length,
    };
  });
}

/** Who is lost after so many silent days, asked on every day. */
export function churn({ periods, last, orders }: Walked, days: number) {
  const shop: Shop = { orders: orders as unknown as Order[], returned: [], loose: [] };
  const people = customersOf(shop, last);
  return periods.map(({ from, to }) => ({
    period: dayText(from),
    ...churnBetween(people, from, Math.min(to, last), days),
  }));
}
