import type { Column, ResultTable, Row } from '../../domain/table';

/** What a customer ordered in one month; null before they were a customer and after the last complete day. */
export interface Month {
  year: number;
  /** 0..11. */
  month: number;
  orders: number | null;
  /** Orders less what was given back, by the day of each; null where the file has no amounts. */
  net: number | null;
}

const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Every month of the years from the first order that counts to the last complete day, the latest year first. */
export function monthsOf({ rows }: ResultTable, as_of: string): Month[] {
  const counted = rows.filter(({ kind }) => kind !== 'not_counted');
  const days = rows.filter(({ kind }) => kind === 'order').map(({ happened_on }) => String(happened_on));
  if (days.length === 0) return [];
  const [first, last] = [Math.min(...days.map(monthOf)), monthOf(as_of)];
  const hasMoney = counted.some(({ amount }) => amount !== null);
  const years = Array.from(
    { length: Math.floor(last / 12) - Math.floor(first / 12) + 1 },
    (_, at) => Math.floor(last / 12) - at,
  );
  return years.flatMap((year) =>
    Array.from({ length: 12 }, (_, month): Month => {
      const at = 12 * year + month;
      if (at < first || at > last) return { year, month, orders: null, net: null };
      const mine = counted.filter(({ happened_on }) => monthOf(String(happened_on)) === at);
      const net = mine.reduce((sum, { amount }) => sum + Number(amount), 0);
      const orders = mine.filter(({ kind }) => kind === 'order').length;
      return { year, month, orders, net: hasMoney ? net : null };
    }),
  );
}

const COLUMNS: Column[] = [
  { name: 'month', type: 'date', unit: 'date' },
  { name: 'orders', type: 'integer', unit: 'count' },
  { name: 'net', type: 'number', unit: 'money' },
];

/** The months with an order or a refund as a table, the latest first. */
export function monthsTable(months: readonly Month[]): { columns: Column[]; rows: Row[] } {
  const rows = months
    .filter(({ orders, net }) => (orders ?? 0) > 0 || (net ?? 0) !== 0)
    .map(({ year, month, orders, net }) => ({
      ...{ month: `${year}-${String(month + 1).padStart(2, '0')}-01`, orders, net },
    }))
    .sort((one, other) => other.month.localeCompare(one.month));
  return { columns: COLUMNS.filter(({ name }) => rows.some((row: Row) => row[name] !== null)), rows };
}
