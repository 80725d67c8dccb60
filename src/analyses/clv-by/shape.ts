import type { Row } from '../../domain/table';

/** Below so many customers a group is drawn pale and not spoken of. */
export const FEW = 30;
const MOST_BARS = 20;

/** The group whose customers are worth most each: by the lower end of the band, so that no small group leads by luck. */
export function bestOf(rows: readonly Row[]): Row | null {
  const spoken = rows.filter((row) => Number(row.customers) >= FEW);
  return (
    [...spoken].sort((one, other) => Number(other.low_per_customer) - Number(one.low_per_customer))[0] ?? null
  );
}

/** What is drawn: the latest periods, or the largest groups in the order of what a customer brings. */
export function drawn(rows: readonly Row[], byStart: boolean): Row[] {
  if (rows.length <= MOST_BARS) return [...rows];
  if (byStart) return rows.slice(-MOST_BARS);
  return rows.filter((row) => Number(row.customers) >= FEW).slice(0, MOST_BARS);
}
