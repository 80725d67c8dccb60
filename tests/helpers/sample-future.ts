import type { FitColumns } from '../../src/analyses/define';
import { ShopHistory } from '../../src/sample/history';
import { salesOf } from '../../src/sample/order';

const DAY = 86_400_000;
const FIRST = Date.UTC(2021, 0, 1);
const END = (Date.UTC(2024, 11, 31) - FIRST) / DAY;

interface Bought {
  day: number;
  net: number;
  /** The day on which the whole order came back; Infinity where it did not. */
  undone: number;
  refunds: { day: number; amount: number }[];
}

/**
 * The sample shop of a seed as the rows of `clv/histories.sql` at the end of 2024, counted here order by order, and what the customers
 * known then bring in the year that follows: sales less refunds, as the generator makes them.
 */
export function sampleFuture(
  seed: number,
  lines: number,
): { columns: FitColumns; brought: number; orders: number } {
  const history = new ShopHistory(seed, lines, 2025);
  const people = new Map<number, Bought[]>();
  const placed = new Map<number, Bought>();
  let id = 0;
  for (let day = 0; day < history.days.count; day++)
    for (const draft of history.day(day)) {
      const { kind, customer, basket, of } = draft;
      if (kind === 'refund') {
        const order = placed.get(of);
        if (!order) continue;
        order.refunds.push({ day, amount: -salesOf(basket.lines) / 100 });
        if (draft.isWhole) order.undone = day;
        continue;
      }
      id++;
      if (kind !== 'sale') continue;
      history.mayComeBack(draft, day, id);
      if (customer < 0) continue;
      const order = { day, net: salesOf(basket.lines) / 100, undone: Infinity, refunds: [] };
      placed.set(id, order);
      people.set(customer, [...(people.get(customer) ?? []), order]);
    }
  const rows: Row[] = [];
  let [brought, orders] = [0, 0];
  const cut = END - Math.floor(END / 4);
  const inner = cut - Math.floor(cut / 4);
  const daily = Array.from({ length: END + 1 }, () => ({ newcomers: 0, repeats: 0 }));
  for (const bought of people.values()) {
    const days = occasions(bought, END);
    if (days.length === 0) continue;
    rows.push(...rowsOf(days, inner, cut));
    days.forEach(([day], at) => daily[day]![at === 0 ? 'newcomers' : 'repeats']++);
    for (const order of bought) {
      if (order.day <= END || order.undone < Infinity) continue;
      brought += order.net - order.refunds.reduce((sum, one) => sum + one.amount, 0);
      orders++;
    }
  }
  daily.forEach(({ newcomers, repeats }, age) =>
    rows.push({ ...NOTHING, kind: 'day', age, later: repeats, customers: newcomers }),
  );
  return { columns: asColumns(rows, inner, cut), brought, orders };
}

/** Days with an order that still stands on `end`, and their net as it was known then. */
function occasions(bought: readonly Bought[], end: number): [day: number, net: number][] {
  const days = new Map<number, number>();
  for (const { day, net, undone, refunds } of bought) {
    if (day > end || undone <= end) continue;
    const known = refunds.reduce((sum, one) => (one.day <= end ? sum + one.amount : sum), 0);
    days.set(day, (days.get(day) ?? 0) + net - known);
  }
  return [...days].sort((one, other) => one[0] - other[0]);
}

interface Row {
  kind: 'all' | 'past' | 'inner' | 'spend' | 'past_spend' | 'day' | 'gap';
  frequency: number;
  recency: number;
  age: number;
  later: number;
  mean: number;
  mean_squares: number;
  later_net: number;
  customers: number;
}

const NOTHING = { frequency: 0, recency: 0, age: 0, later: 0, mean: 0, mean_squares: 0, later_net: 0 };

/** A customer's own rows: nothing is grouped, which changes no answer. */
function rowsOf(days: [day: number, net: number][], inner: number, cut: number): Row[] {
  const first = days[0]![0];
  const plain = { ...NOTHING, customers: 1 };
  const told = (known: typeof days, end: number) => {
    const repeats = known.slice(1);
    const mean = repeats.length > 0 ? repeats.reduce((sum, [, net]) => sum + net, 0) / repeats.length : 0;
    const recency = known.at(-1)![0] - first;
    return { frequency: repeats.length, recency, age: end - first, mean, mean_squares: mean ** 2 };
  };
  const spent = (kind: 'spend' | 'past_spend', { frequency, mean }: ReturnType<typeof told>): Row[] =>
    frequency > 0 ? [{ ...plain, kind, frequency, mean }] : [];
  const all = told(days, END);
  const rows: Row[] = [{ ...plain, ...all, kind: 'all' }, ...spent('spend', all)];
  days.slice(1).forEach(([day], at) => {
    const later = day <= inner ? 0 : day <= cut ? 1 : 2;
    rows.push({
      ...plain,
      kind: 'gap',
      recency: day - days[at]![0],
      age: Math.floor(day / 7) * 7 + 3,
      later,
    });
  });
  const split = (kind: 'past' | 'inner', end: number, until: number) => {
    const past = days.filter(([day]) => day <= end);
    if (past.length === 0) return;
    const later = days.filter(([day]) => day > end && day <= until);
    const seen = told(past, end);
    const then = { later: later.length, later_net: later.reduce((sum, [, net]) => sum + net, 0) };
    rows.push({ ...plain, ...seen, ...then, kind });
    if (kind === 'past') rows.push(...spent('past_spend', seen));
  };
  split('past', cut, END);
  split('inner', inner, cut);
  return rows;
}

function asColumns(rows: readonly Row[], inner: number, cut: number): FitColumns {
  const names = [
    'kind',
    'frequency',
    'recency',
    'age',
    'later',
    'mean',
    'mean_squares',
    'later_net',
    'customers',
  ] as const;
  const dated = (day: number) => rows.map(() => FIRST + day * DAY);
  return {
    ...Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])),
    is_left_cut: rows.map(() => false),
    starts_on: dated(0),
    inner_on: dated(inner),
    cut_on: dated(cut),
    scored_on: dated(END),
    as_of: dated(END),
  };
}
