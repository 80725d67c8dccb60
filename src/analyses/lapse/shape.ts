import type { Row } from '../../domain/table';

export interface CurvePoint {
  days: number;
  share: number;
  low: number;
  high: number;
}

/** Days with enough customers behind them; the curve is not drawn where fewer are known. */
const FEWEST = 30;

/** The curve as far as it is known, at most `most` points of it. */
export function curveOf(rows: readonly Row[], most = 200): CurvePoint[] {
  const firstFew = rows.findIndex(({ customers }) => Number(customers) < FEWEST);
  const known = firstFew < 0 ? rows : rows.slice(0, firstFew);
  const every = Math.max(1, Math.ceil(known.length / most));
  return known
    .filter((_, at) => at % every === 0)
    .map((row) => ({
      ...{ days: Number(row.days_silent), share: Number(row.return_rate) },
      ...{ low: Number(row.low), high: Number(row.high) },
    }));
}

/** Round numbers of days for the axis. */
export function ticksUpTo(most: number): number[] {
  const step = [10, 30, 60, 90, 180, 365, 730].find((days) => most / days <= 9) ?? 1825;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
}
