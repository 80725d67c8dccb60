import { dayNumber, different } from '../oracle-orders';
import type { Back, Books, Sale } from './rows';

/** What a question says of days, refunds and whom it counts, in the words of the door; only what is recounted here. */
export interface Asked {
  as_of?: string;
  from?: string;
  to?: string;
  refunds?: 'original_order' | 'none';
  customers_who?: Who;
  orders_that?: Who & { from?: string; to?: string; first_order?: 'inside' };
}
/** Names of attributes, or headers of the file. */
export const ATTRIBUTES = [
  ...(['category', 'country', 'product'] as const),
  ...(['Segment', 'Region', 'State', 'Ship Mode', 'Sub-Category'] as const),
];
export type Who = Partial<Record<(typeof ATTRIBUTES)[number], string[]>>;

/** A customer: the first order of all and its day, the orders and refunds that count. */
export interface Person {
  customer: string;
  first: Sale;
  orders: Sale[];
  backs: Back[];
}

/** The last day that is known, and the day as of which customers stand somewhere: `to` where that is earlier. */
export function daysOf(books: Books, { as_of, from, to, orders_that: that }: Asked) {
  const last = books.sales.reduce((most, { day }) => Math.max(most, day), 0);
  const given = (day: string | undefined, otherwise: number) => (day ? dayNumber(day) : otherwise);
  const known = Math.min(given(as_of, last), given(that?.to, Infinity));
  const until = Math.min(known, given(to, Infinity));
  return { known, until, from: given(from, -Infinity), to: given(to, Infinity) };
}

const has = (wanted: Who, values: Record<string, string[]>) =>
  ATTRIBUTES.every((name) => !wanted[name] || wanted[name].some((value) => values[name]?.includes(value)));

/** Sales and refunds up to a day, of those that a filter on orders keeps; refunds of people who never bought are in no page’s net. */
export function keptOf(books: Books, { orders_that: that = {}, refunds }: Asked, upTo: number) {
  const isIn = ({ day, values }: { day: number; values: Record<string, string[]> }) =>
    day <= upTo &&
    (!that.from || day >= dayNumber(that.from)) &&
    (!that.to || day <= dayNumber(that.to)) &&
    has(that, values);
  const isCounted = (back: Back) => isIn(back) && books.buyers.has(back.customer);
  return { sales: books.sales.filter(isIn), backs: refunds === 'none' ? [] : books.backs.filter(isCounted) };
}

const grouped = <T extends { customer: string | null }>(all: T[]) => {
  const found = new Map<string, T[]>();
  for (const one of all)
    if (one.customer !== null) {
      const mine = found.get(one.customer);
      if (mine) mine.push(one);
      else found.set(one.customer, [one]);
    }
  return found;
};

/** Customers with an order that counts up to a day. Whom the question asks for is told by their first order of all. */
export const peopleOf = (books: Books, asked: Asked, upTo: number): Person[] =>
  beginnersOf(books, asked, upTo).filter(({ orders }) => orders.length > 0);

/** Everybody who has begun by a day, those without an order that counts too. */
export function beginnersOf(books: Books, asked: Asked, upTo: number): Person[] {
  const firsts = grouped(books.sales.filter(({ day }) => day <= upTo));
  const { sales, backs } = keptOf(books, asked, upTo);
  const given = grouped(backs);
  const bought = grouped(sales);
  const isInside = asked.orders_that?.first_order === 'inside';
  return [...firsts]
    .filter(
      ([customer, [first]]) =>
        has(asked.customers_who ?? {}, first!.values) && (!isInside || bought.has(customer)),
    )
    .map(([customer, [first]]) => {
      const orders = bought.get(customer) ?? [];
      const backs = given.get(customer) ?? [];
      return { customer, orders, first: isInside ? orders[0]! : first!, backs };
    });
}

export const total = (amounts: bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);

/** Sales less refunds of the days from one to another, both included. */
export const netBetween = ({ orders, backs }: Person, from: number, to: number): bigint =>
  total(orders.filter(({ day }) => day >= from && day <= to).map(({ sales }) => sales)) -
  total(backs.filter(({ day }) => day >= from && day <= to).map(({ amount }) => amount));

/** The day so many calendar months before or after, in a shorter month its last. */
export function monthsFrom(day: number, months: number): number {
  const date = new Date(day * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / 86_400_000;
}

/** Days on which somebody bought, each once. */
export const daysBought = (orders: readonly Sale[]): number[] =>
  different(orders.map(({ day }) => String(day))).map(Number);
