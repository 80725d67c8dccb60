import type { Chance } from '../thousand/chance';

/** What was bought, in the smallest unit of the currency. */
export interface Line {
  article: number;
  pieces: number;
  price: number;
}

export interface Order {
  number: number;
  /** Null for nobody known. */
  buyer: number | null;
  /** Days since 2023-01-01. */
  day: number;
  minute: number;
  branch: number;
  lines: Line[];
  /** Given back later, without tax. */
  refund: { day: number; amount: number } | null;
  /** False where it did not happen, or where the file does not count it and says so. */
  counts: boolean;
}

/** The shop as it happened. How its file tells it is drawn afterwards. */
export interface Shop {
  orders: Order[];
  buyers: number;
}

/** The figures that a right reading has; null where the file cannot say it, left out where it may be said in two ways. */
export interface Figures {
  orders: number;
  sales?: number | null;
  net?: number | null;
  customers: number;
  from: string;
  to: string;
  /** Orders of each day, 'YYYY-MM-DD': the days that are read, not only the first and the last. */
  days: Record<string, number>;
  /** How many customers have how many orders. */
  loyalty: Record<number, number>;
}

const DAY = 86_400_000;
const FIRST = Date.UTC(2023, 0, 1);

export const dateOf = (day: number): Date => new Date(FIRST + day * DAY);
export const isoOf = (day: number): string => dateOf(day).toISOString().slice(0, 10);

export const sumOf = ({ lines }: Order): number =>
  lines.reduce((sum, { pieces, price }) => sum + pieces * price, 0);

const ARTICLES = 6;
const PIECES = [1, 1, 1, 2, 3];

/** Prices all end in whole tens of the smallest unit, so that every share that a convention takes of them is exact. */
const priceOf = (chance: Chance): number => chance.whole(3, chance.of([60, 400, 1900])) * 100;

function linesOf(chance: Chance, most: number): Line[] {
  const first = chance.whole(0, ARTICLES - 1);
  return Array.from({ length: chance.whole(1, most) }, (_, i) => ({
    article: (first + i) % ARTICLES,
    pieces: chance.of(PIECES),
    price: priceOf(chance),
  }));
}

/** Of so many orders. Nobody orders twice on one day, so that a day and a buyer name one order too. */
export function shopOf(chance: Chance, size: number, lines: number): Shop {
  const buyers = Math.max(6, Math.round(size / chance.whole(2, 6)));
  const span = chance.whole(200, 800);
  const taken = new Set<string>();
  const orders: Order[] = [];
  for (let number = 0; number < size; number++) {
    // The 28th: in every file a date tells the day from the month.
    const day = number === 0 ? 27 : chance.whole(0, span);
    const buyer = chance.is(0.05) ? null : chance.whole(1, buyers);
    const key = `${buyer} ${day}`;
    if (buyer !== null && taken.has(key)) continue;
    taken.add(key);
    const order: Order = {
      number: orders.length,
      buyer,
      day,
      minute: chance.whole(8 * 60, 21 * 60),
      branch: chance.whole(0, 2),
      lines: linesOf(chance, lines),
      refund: null,
      counts: true,
    };
    orders.push(order);
  }
  const inTime = orders.sort((a, b) => a.day - b.day || a.minute - b.minute);
  inTime.forEach((order, at) => (order.number = at));
  return { orders: inTime, buyers };
}

/** Gives back a part of some orders: a half of the first line's price or more, never all. */
export function giveBack(chance: Chance, { orders }: Shop, share = 0.08): void {
  const last = orders.at(-1)!.day;
  for (const [at, order] of orders.entries()) {
    const all = sumOf(order);
    const isSome = at === 3 || at === 7 || chance.is(share);
    if (!isSome || all < 600) continue;
    const amount = chance.whole(1, Math.floor(all / 200)) * 100;
    order.refund = { day: Math.min(last, order.day + chance.whole(0, 20)), amount };
  }
}

export function figuresOf({ orders }: Shop): Figures {
  const happened = orders.filter((order) => order.counts && sumOf(order) > 0);
  const valid = happened.filter((order) => sumOf(order) > (order.refund?.amount ?? 0));
  const days: Record<string, number> = {};
  const times = new Map<number, number>();
  for (const { day, buyer } of valid) {
    days[isoOf(day)] = (days[isoOf(day)] ?? 0) + 1;
    if (buyer !== null) times.set(buyer, (times.get(buyer) ?? 0) + 1);
  }
  const loyalty: Record<number, number> = {};
  for (const n of times.values()) loyalty[n] = (loyalty[n] ?? 0) + 1;
  const dates = Object.keys(days).sort();
  const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0) / 100;
  return {
    orders: valid.length,
    sales: sum(valid.map(sumOf)),
    net: sum(happened.map((order) => sumOf(order) - (order.refund?.amount ?? 0))),
    customers: times.size,
    from: dates[0] ?? '',
    to: dates.at(-1) ?? '',
    days,
    loyalty,
  };
}
