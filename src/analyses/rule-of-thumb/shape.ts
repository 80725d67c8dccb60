import type { Row } from '../../domain/table';
import { byFrequency, bySales, byVisits } from '../../models/lifetime-sums';

/** How long a customer stays where nobody is old enough to tell. */
const GUESSED_MONTHS = 12;

/** What the sums are fed with; margin in percent. */
export interface Figures {
  sale: number;
  perMonth: number;
  months: number;
  spend: number;
  perYear: number;
  years: number;
  margin: number;
  frequency: number;
  order: number;
}

const rounded = (value: number) => Number(value.toPrecision(4));

/** The figures of the file, rounded as one would write them down; null where no known customer has ordered. */
export function figuresOf(row: Row | undefined): Figures | null {
  if (!row || row.average_order === null) return null;
  const order = rounded(Number(row.average_order));
  const months = rounded(Number(row.months_kept ?? GUESSED_MONTHS));
  const frequency = rounded(Number(row.orders_per_year));
  return {
    ...{ sale: order, spend: order, order, months, perYear: frequency, frequency, margin: 100 },
    perMonth: rounded(Number(row.orders_per_month ?? Number(row.orders_per_year) / 12)),
    years: rounded(months / 12),
  };
}

export const sumsOf = (of: Figures) => ({
  sales: bySales(of.sale, of.perMonth, of.months),
  visits: byVisits(of.spend, of.perYear, of.years, of.margin / 100).margin,
  frequency: byFrequency(of.frequency, of.order),
});
