import { RFM_GROUPS } from '../../../src/domain/standing';
import { amountOf, dayText } from '../oracle-orders';
import { daysOf, keptOf, monthsFrom, netBetween, peopleOf, total, type Asked } from './people';
import type { Books } from './rows';

type Status = 'active' | 'not_yet_back' | 'at_risk' | 'lapsed' | 'lost';

/** Where everybody whose first order lies in the period stands by a number of days. */
export function churned(books: Books, asked: Asked & { days: number }) {
  const { until, from } = daysOf(books, asked);
  const begun = peopleOf(books, asked, until).filter(({ first }) => first.day >= from);
  return begun.map((person) => {
    const { orders, customer, first } = person;
    const last = orders.at(-1)!.day;
    const silent = until - last;
    const { days } = asked;
    const isOnce = first.day === last;
    const status: Status =
      silent > 2 * days
        ? 'lost'
        : silent > days
          ? 'lapsed'
          : isOnce
            ? 'not_yet_back'
            : silent > Math.floor(days / 2)
              ? 'at_risk'
              : 'active';
    return {
      customer,
      last_on: dayText(last),
      first_on: dayText(first.day),
      days_silent: silent,
      status,
      crossed_on: silent > days ? dayText(last + days + 1) : null,
      orders: orders.length,
      net_12_months: amountOf(netBetween(person, Math.max(monthsFrom(last, -12) + 1, first.day), last)),
    };
  });
}

/** Scores from 1 to 5 by fifths of those with the same value or a lower one, orders by the standard cuts. */
export function rfm(books: Books, asked: Asked & { window_months: number | null }) {
  const { until, from } = daysOf(books, asked);
  const { window_months: months } = asked;
  const since = Math.max(from, months === null ? -Infinity : monthsFrom(until, -months) + 1);
  const all = peopleOf(books, { ...asked, customers_who: {} }, until);
  const counted = all
    .map((person) => ({
      person,
      orders: person.orders.filter(({ day }) => day >= since),
      net: netBetween(person, since, until),
    }))
    .filter(({ orders }) => orders.length > 0)
    .map(({ person, orders, net }) => ({
      customer: person.customer,
      recency_days: until - orders.at(-1)!.day,
      frequency: orders.length,
      net,
    }));
  const fifth = (share: number) => Math.ceil(5 * share - 1e-9);
  const place = (sorted: (number | bigint)[]) => {
    const upTo = new Map(sorted.map((value, at) => [value, (at + 1) / sorted.length]));
    return (value: number | bigint) => fifth(upTo.get(value)!);
  };
  const rising = (one: number | bigint, other: number | bigint) => (one < other ? -1 : one > other ? 1 : 0);
  const byRecency = place(counted.map(({ recency_days: days }) => -days).sort(rising));
  const byNet = place(counted.map(({ net }) => net).sort(rising));
  const shown = new Set(peopleOf(books, asked, until).map(({ customer }) => customer));
  return counted
    .filter(({ customer }) => shown.has(customer))
    .map(({ net, ...row }) => {
      const r = byRecency(-row.recency_days);
      const orders = row.frequency;
      const f = orders <= 1 ? 1 : orders <= 2 ? 2 : orders <= 4 ? 3 : orders <= 7 ? 4 : 5;
      const m = net <= 0n ? 1 : byNet(net);
      return { ...row, monetary: amountOf(net), r, f, m, group: groupOf(r, f) };
    });
}

/** Rows of R from 1 to 5, in each F from 1 to 5; letters stand for the eleven groups, best first. */
const SQUARES = ['JJIII', 'GGHHH', 'KFFBB', 'ECCBA', 'DECBA'];
const groupOf = (r: number, f: number) => RFM_GROUPS['ABCDEFGHIJK'.indexOf(SQUARES[r - 1]![f - 1]!)];

/** The figures of the articles' sums: of the last days, and of customers who have had the time to leave. */
export function ruleOfThumb(books: Books, asked: Asked & { window_days: number; settled_days: number }) {
  const { until, from } = daysOf(books, asked);
  const since = Math.max(from, until - asked.window_days + 1);
  const people = peopleOf(books, asked, until);
  const buying = people.filter(({ orders }) => orders.some(({ day }) => day >= since));
  const orders = buying.flatMap((person) => person.orders.filter(({ day }) => day >= since));
  // Money of the days: a refund of a known customer stands on its own day, even one before their first order.
  const given = keptOf(books, asked, until).backs.filter(({ day }) => day >= since);
  const net = total(orders.map(({ sales }) => sales)) - total(given.map(({ amount }) => amount));
  const settled = people.filter(({ first }) => first.day >= from && until - first.day >= asked.settled_days);
  const kept = settled.map((person) =>
    Math.max(1, (person.orders.at(-1)!.day - person.first.day) / (365.25 / 12)),
  );
  const monthsOfAll = kept.reduce((sum, months) => sum + months, 0);
  const each = orders.length / buying.length;
  return [
    {
      orders: orders.length,
      customers: buying.length,
      average_order: amountOf(net) / orders.length,
      orders_per_customer: each,
      orders_per_year: (each * 365) / asked.window_days,
      settled_customers: settled.length,
      months_kept: monthsOfAll / settled.length,
      orders_per_month: settled.reduce((sum, person) => sum + person.orders.length, 0) / monthsOfAll,
    },
  ];
}
