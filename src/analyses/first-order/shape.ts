import type { Row } from '../../domain/table';

/** Days within which a second order counts. */
export const HORIZONS = ['90', '180', '365'] as const;
/** What a first order with several products counts for: each of them, or that of its largest line. */
export const CREDITS = ['each', 'largest'] as const;
/** What a first order can have several of. */
export const HAS_SEVERAL: readonly string[] = ['product', 'category'];
export const MOST_DRAWN = 15;

/** What first orders can be compared by, those with most values first. */
export function attributesOf(rows: readonly Row[]): string[] {
  const counts = new Map<string, number>();
  for (const { attribute } of rows) counts.set(String(attribute), (counts.get(String(attribute)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([attribute]) => attribute);
}

export type Verdict = 'above' | 'below' | 'unclear';

/** Whether a row differs from the shop by more than chance would do (95 %). */
export function verdictOf(row: Row): Verdict {
  if (row.difference_low === null) return 'unclear';
  if (Number(row.difference_low) > 0) return 'above';
  return Number(row.difference_high) < 0 ? 'below' : 'unclear';
}

/** The rows to draw: the surest, and the last ones where there are more than fit. */
export const drawnOf = (rows: readonly Row[], most = MOST_DRAWN): Row[] =>
  rows.length <= most ? [...rows] : [...rows.slice(0, most - 5), ...rows.slice(-5)];
