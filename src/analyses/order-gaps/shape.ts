import type { Row } from '../../domain/table';

/** Days after an order at which the share that has ordered again is known. */
export const MARKS = [7, 14, 30, 60, 90, 120, 180, 270, 365] as const;

export interface ReturnPoint {
  days: number;
  /** Share with a next order by then, 0..1. */
  share: number;
  /** 95 % band; absent where the share is 0 or 1. */
  low?: number;
  high?: number;
}

/** The curve of one order number, from no days at all to the longest wait that was watched. */
export function returnCurve(row: Row): ReturnPoint[] {
  const points = MARKS.flatMap((days) => {
    const share = row[`back_${days}`];
    const [low, high] = [row[`low_${days}`], row[`high_${days}`]];
    const band = typeof low === 'number' && typeof high === 'number' ? { low, high } : {};
    return typeof share === 'number' ? [{ days, share, ...band }] : [];
  });
  return [{ days: 0, share: 0 }, ...points];
}

/** Order numbers of which enough customers are known to draw a curve: the first orders, at most `most`. */
export const drawn = (rows: readonly Row[], most = 4, few = 30): Row[] =>
  rows.filter((row) => Number(row.order_number) > 0 && Number(row.customers) >= few).slice(0, most);

/** Wait of the finding: from the first order to the second. */
export const headline = (rows: readonly Row[]): Row | null =>
  rows.find((row) => row.order_number === 1) ?? null;

/** The share back at the longest mark that was watched, no later than `most` days. */
export function shareBy(row: Row, most = 90): { days: number; share: number } | null {
  return (
    returnCurve(row)
      .slice(1)
      .filter(({ days }) => days <= most)
      .map(({ days, share }) => ({ days, share }))
      .at(-1) ?? null
  );
}
