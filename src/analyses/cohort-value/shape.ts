import type { Row } from '../../domain/table';

export type Measure =
  | 'cumulative'
  | 'net_per_customer'
  | 'cumulative_margin'
  | 'margin_per_customer'
  | 'orders'
  | 'cumulative_orders'
  | 'aov';

export interface Headline {
  age: number;
  /** Net per customer from the first order to the end of this age. */
  amount: number;
  of: number;
}

const pooled = (rows: readonly Row[], age: number): Headline | null => {
  const counted = rows.filter(
    (row) => row.age === age && row.is_complete === true && row.is_left_cut !== true,
  );
  const of = counted.reduce((sum, row) => sum + Number(row.cohort_size), 0);
  if (of === 0) return null;
  const net = counted.reduce(
    (sum, row) => sum + Number(row.cumulative_net_per_customer) * Number(row.cohort_size),
    0,
  );
  return { age, amount: net / of, of };
};

/** The oldest of these ages that at least 30 customers have reached in complete groups. */
export function headline(rows: readonly Row[], ages: readonly number[] = [12, 6, 3, 1, 0]): Headline | null {
  for (const age of ages) {
    const found = pooled(rows, age);
    if (found && found.of >= 30) return found;
  }
  return pooled(rows, 0);
}

/** The file says what goods cost. */
export const hasMargin = (rows: readonly Row[]): boolean =>
  rows.some(({ margin }) => margin !== null && margin !== undefined);

export const isAllLeftCut = (rows: readonly Row[]): boolean =>
  rows.length > 0 && rows.every((row) => row.is_left_cut === true);

/** How a measure reads a row: what the cell shows, and what is pooled. */
export function measured(measure: Measure) {
  const num = (name: string) => (row: Row) => Number(row[name] ?? 0);
  const known = (name: string) => (row: Row) => (row[name] === null ? null : Number(row[name]));
  const size = num('cohort_size');
  switch (measure) {
    case 'cumulative':
      return {
        value: num('cumulative_net_per_customer'),
        part: (row: Row) => num('cumulative_net_per_customer')(row) * size(row),
        whole: size,
      };
    case 'net_per_customer':
      return { value: num('net_per_customer'), part: num('net'), whole: size };
    // A cell whose goods' cost is not known has no margin, and no part in the pooled one.
    case 'margin_per_customer':
      return {
        value: known('margin_per_customer'),
        part: num('margin'),
        whole: (row: Row) => (row.margin === null ? 0 : size(row)),
      };
    case 'cumulative_margin':
      return {
        value: known('cumulative_margin_per_customer'),
        part: (row: Row) => num('cumulative_margin_per_customer')(row) * size(row),
        whole: (row: Row) => (row.cumulative_margin_per_customer === null ? 0 : size(row)),
      };
    case 'orders':
      return { value: num('orders_per_customer'), part: num('orders'), whole: size };
    case 'cumulative_orders':
      return {
        value: num('cumulative_orders_per_customer'),
        part: (row: Row) => num('cumulative_orders_per_customer')(row) * size(row),
        whole: size,
      };
    case 'aov':
      return {
        value: (row: Row) => (row.aov === null ? null : Number(row.aov)),
        part: num('net'),
        whole: num('orders'),
      };
  }
}

/** How start periods with few customers are put together. */
export const MERGING = {
  sums: ['orders', 'net'],
  perCustomer: [
    'orders_per_customer',
    'cumulative_orders_per_customer',
    'net_per_customer',
    'cumulative_net_per_customer',
  ],
  anew: (row: Row): Row => ({
    ...row,
    // Groups that are put together are shown without margin: one of them may not know it.
    ...{ margin: null, margin_per_customer: null, cumulative_margin_per_customer: null },
    aov: Number(row.orders) > 0 ? Number(row.net) / Number(row.orders) : null,
  }),
};
