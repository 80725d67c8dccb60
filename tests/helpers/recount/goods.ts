import { amountOf, dayText, different } from '../oracle-orders';
import { isComplete, periodStart } from '../oracle-periods';
import {
  beginnersOf,
  daysBought,
  daysOf,
  keptOf,
  netBetween,
  peopleOf,
  total,
  type Asked,
  type ATTRIBUTES,
  type Person,
} from './people';
import type { Back, Books, Sale } from './rows';

const HORIZONS = [90, 180, 365] as const;

/** Customers by a value of their first order: who came back, what they brought in their first 365 days. */
export function firstOrder(
  books: Books,
  asked: Asked & { by: (typeof ATTRIBUTES)[number]; horizon: number; least: number },
) {
  const { known, from, to } = daysOf(books, asked);
  const began = peopleOf(books, asked, known).filter(
    ({ first, orders }) => first.day >= from && first.day <= to && orders[0]!.id === first.id,
  );
  const isOld = ({ first }: Person, days: number) => known - first.day >= days;
  const isBack = ({ first, orders }: Person, days: number) =>
    orders.some((order) => order.id !== first.id && order.day - first.day <= days);
  const eligible = began.filter((person) => isOld(person, asked.horizon));
  const all = {
    all_eligible: eligible.length,
    all_back: eligible.filter((person) => isBack(person, asked.horizon)).length,
  };
  const byValue = new Map<string, Person[]>();
  for (const person of began)
    for (const value of person.first.values[asked.by]!) {
      const mine = byValue.get(value);
      if (mine) mine.push(person);
      else byValue.set(value, [person]);
    }
  return [...byValue]
    .map(([value, people]) => {
      const old = people.filter((person) => isOld(person, asked.horizon));
      const back = old.filter((person) => isBack(person, asked.horizon)).length;
      const year = people.filter((person) => isOld(person, 365));
      const span = (person: Person) => [person.first.day, person.first.day + 364] as const;
      const net = total(year.map((person) => netBetween(person, ...span(person))));
      const sales = total(year.map((person) => netBetween({ ...person, backs: [] }, ...span(person))));
      return {
        value: asked.by === 'product' ? books.names.get(value)! : value,
        customers: people.length,
        ...Object.fromEntries(
          HORIZONS.flatMap((days) => {
            const mine = people.filter((person) => isOld(person, days));
            return [
              [`eligible_${days}`, mine.length],
              [`back_${days}`, mine.filter((person) => isBack(person, days)).length],
            ];
          }),
        ),
        eligible: old.length,
        back,
        rate: back / old.length,
        ...all,
        value_365: year.length > 0 ? amountOf(net) / year.length : null,
        refund_share:
          asked.refunds === 'none' || sales === 0n ? null : amountOf(sales - net) / amountOf(sales),
      };
    })
    .filter((row) => row.eligible >= asked.least);
}

/** Share of waits that have ended by a day, open ones held as long as they were watched (Kaplan–Meier); null where none was watched so long. */
function ended(waits: { days: number; isOpen: boolean }[], by: number): number | null {
  if (waits.every(({ days }) => days < by)) return null;
  let open = 1;
  const times = [...new Set(waits.filter(({ isOpen }) => !isOpen).map(({ days }) => days))];
  for (const time of times.sort((one, other) => one - other)) {
    if (time > by) break;
    const watched = waits.filter(({ days }) => days >= time).length;
    open *= 1 - waits.filter(({ days, isOpen }) => !isOpen && days === time).length / watched;
  }
  return 1 - open;
}

/** What is bought again. */
export function products(books: Books, asked: Asked & { least: number }) {
  const { until, from } = daysOf(books, asked);
  const kept = keptOf(books, asked, until);
  const shown = asked.customers_who
    ? new Set<string | null>(peopleOf(books, asked, until).map(({ customer }) => customer))
    : null;
  const isIn = ({ day, customer }: Sale | Back) => day >= from && (!shown || shown.has(customer));
  const goods = new Map<string, { orders: Sale[]; sales: bigint; back: bigint }>();
  for (const order of kept.sales.filter(isIn))
    for (const { product, sales } of order.lines) {
      const one = goods.get(product) ?? { orders: [], sales: 0n, back: 0n };
      if (one.orders.at(-1) !== order) one.orders.push(order);
      one.sales += sales;
      goods.set(product, one);
    }
  for (const { product, amount } of kept.backs.filter(isIn)) {
    const one = goods.get(product);
    if (one) one.back += amount;
  }
  return [...goods]
    .map(([product, { orders, sales, back }]) => {
      const buyers = different(orders.flatMap(({ customer }) => customer ?? []));
      const days = buyers.map((buyer) => daysBought(orders.filter(({ customer }) => customer === buyer)));
      const waits = days.flatMap((mine) =>
        mine.map((day, at) => ({
          days: (mine[at + 1] ?? until) - day,
          isOpen: mine[at + 1] === undefined,
        })),
      );
      const repeaters = days.filter((mine) => mine.length > 1).length;
      return {
        product: books.names.get(product)!,
        orders: orders.length,
        buyers: buyers.length,
        repeaters,
        repeat_rate: repeaters / buyers.length,
        again_90: () => ended(waits, 90),
        again_365: () => ended(waits, 365),
        net: amountOf(sales - back),
        refund_share: asked.refunds === 'none' ? null : amountOf(back) / amountOf(sales),
      };
    })
    .filter(({ buyers }) => buyers >= asked.least)
    .map((row) => ({ ...row, again_90: row.again_90(), again_365: row.again_365() }));
}

/** What the customers of a whole month have brought since their first order, and when that was as much as they had cost. */
export function payback(books: Books, asked: Asked & { spent: Record<string, number>; margin: number }) {
  const { known, from, to } = daysOf(books, asked);
  const since = Number.isFinite(from) ? periodStart(from, 'month') : from;
  const upTo = Number.isFinite(to) ? periodStart(to, 'month', 1) - 1 : to;
  const began = beginnersOf(books, asked, known).filter(
    ({ first }) => first.day >= since && first.day <= upTo,
  );
  const months = different(began.map(({ first }) => dayText(periodStart(first.day, 'month')))).sort();
  return months.map((cohort) => {
    const people = began.filter(({ first }) => dayText(periodStart(first.day, 'month')) === cohort);
    const start = periodStart(people[0]!.first.day, 'month');
    const isOver = (age: number) => isComplete(start, age, known, { grain: 'month', clock: 'calendar' });
    const broughtBy = (age: number) => {
      const end = periodStart(start, 'month', age + 1) - 1;
      const net = total(people.map((person) => netBetween(person, person.first.day, end)));
      return (amountOf(net) * asked.margin) / people.length;
    };
    let watched = -1;
    while (isOver(watched + 1)) watched++;
    const spend = asked.spent[cohort.slice(0, 7)];
    const cac = spend === undefined ? null : spend / people.length;
    const ages = Array.from({ length: watched + 1 }, (_, age) => age);
    const lastDay = periodStart(start, 'month', 1) - 1;
    return {
      cohort,
      customers: people.length,
      spend: spend ?? null,
      cac,
      watched_months: watched < 0 ? null : watched,
      margin_per_customer: watched < 0 ? null : broughtBy(watched),
      payback_months: cac === null ? null : (ages.find((age) => broughtBy(age) >= cac) ?? null),
      ...Object.fromEntries(
        HORIZONS.map((days) => {
          const net = total(
            people.map((person) => netBetween(person, person.first.day, person.first.day + days - 1)),
          );
          const isOld = lastDay + days <= known;
          return [`value_${days}`, isOld ? (amountOf(net) * asked.margin) / people.length : null];
        }),
      ),
    };
  });
}
