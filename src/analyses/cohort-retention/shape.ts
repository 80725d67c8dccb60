import type { Row } from '../../domain/table';
import { wilson } from '../../models/wilson';

export interface Headline {
  age: number;
  customers: number;
  of: number;
}

/**
 * Customers back at the first age after the first order, pooled over complete groups without older customers:
 * the figure of the finding sentence. Null where no such cell is complete.
 */
export function headline(rows: readonly Row[], age = 1): Headline | null {
  const counted = rows.filter(
    (row) => row.age === age && row.is_complete === true && row.is_left_cut !== true,
  );
  const of = counted.reduce((sum, row) => sum + Number(row.cohort_size), 0);
  if (of === 0) return null;
  return { age, customers: counted.reduce((sum, row) => sum + Number(row.customers), 0), of };
}

/** True where every group may hold customers from before the file begins. */
export const isAllLeftCut = (rows: readonly Row[]): boolean =>
  rows.length > 0 && rows.every((row) => row.is_left_cut === true);

/** How start periods with few customers are put together. */
export const MERGING = {
  sums: ['customers'],
  perCustomer: [],
  anew: (row: Row): Row => {
    const [customers, size] = [Number(row.customers), Number(row.cohort_size)];
    return { ...row, retention_rate: customers / size, ...wilson(customers, size) };
  },
};
