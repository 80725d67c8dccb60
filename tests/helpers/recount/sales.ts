import { amountOf, dayNumber, dayText } from '../oracle-orders';
import { isComplete, periodStart, type Grain } from '../oracle-periods';
import { beginnersOf, daysOf, keptOf, total, type Asked, type Person } from './people';
import type { Books, Sale } from './rows';

/** Periods by which a period of the year before is earlier. */
const OF_YEAR: Record<Grain, number> = { day: 364, week: 52, month: 12, quarter: 4, year: 1 };

interface Buyers {
  people: Person[];
  /** Orders that name nobody. */
  unknown: Sale[];
}

const sumOf = (sales: readonly Sale[]) => total(sales.map((sale) => sale.sales));

/** What was sold from one day to another, both included, and to whom. */
function soldBetween({ people, unknown }: Buyers, from: number, to: number, grain: Grain) {
  const isIn = ({ day }: { day: number }) => day >= from && day <= to;
  const counted = {
    new: { orders: 0, net: 0n, customers: 0 },
    returning: { orders: 0, net: 0n, customers: 0 },
  };
  for (const { first, orders, backs } of people) {
    const began = periodStart(first.day, grain);
    if (began > from) continue;
    const group = counted[began === from ? 'new' : 'returning'];
    const mine = orders.filter(isIn);
    group.orders += mine.length;
    group.customers += mine.length > 0 ? 1 : 0;
    group.net += sumOf(mine) - total(backs.filter(isIn).map(({ amount }) => amount));
  }
  const nobody = unknown.filter(isIn);
  const orders = counted.new.orders + counted.returning.orders + nobody.length;
  const net = counted.new.net + counted.returning.net + sumOf(nobody);
  return {
    ...{ orders, orders_new: counted.new.orders, orders_returning: counted.returning.orders },
    ...{ orders_unknown: nobody.length, net: amountOf(net), net_new: amountOf(counted.new.net) },
    ...{ net_returning: amountOf(counted.returning.net), net_unknown: amountOf(sumOf(nobody)) },
    aov: orders > 0 ? amountOf(net) / orders : null,
    customers: counted.new.customers + counted.returning.customers,
    ...{ customers_new: counted.new.customers, customers_returning: counted.returning.customers },
  };
}

/** Sales of each period that has begun, refunds on the order's date, beside those of the period a year before. */
export function sales(books: Books, asked: Asked & { grain: Grain }) {
  const { grain, orders_that: that = {} } = asked;
  const { known, from, to } = daysOf(books, asked);
  const nobody = keptOf(books, asked, known).sales.filter(({ customer }) => customer === null);
  const buyers = { people: beginnersOf(books, asked, known), unknown: asked.customers_who ? [] : nobody };
  const began = Math.min(...books.sales.map(({ day }) => day));
  const isHeldFrom = that.from && !that.first_order ? Math.max(began, dayNumber(that.from)) : began;
  const rows = [];
  for (let start = periodStart(began, grain); start <= known; start = periodStart(start, grain, 1)) {
    const end = periodStart(start, grain, 1) - 1;
    const earlier = periodStart(start, grain, -OF_YEAR[grain]);
    const isHeld = earlier >= isHeldFrom;
    const before = isHeld
      ? soldBetween(buyers, earlier, periodStart(earlier, grain, 1) - 1, grain)
      : { net: null, orders: null };
    if (end >= from && start <= to)
      rows.push({
        period: dayText(start),
        ...soldBetween(buyers, start, Math.min(end, known), grain),
        ...{ net_year_before: before.net, orders_year_before: before.orders, margin: null },
        ...{ is_complete: isComplete(start, 0, known, { grain, clock: 'calendar' }), is_left_cut: false },
      });
  }
  return rows;
}
