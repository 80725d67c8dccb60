import type { Row } from '../../domain/table';
import { fisher } from '../../models/fisher';
import { judge } from '../../models/many-at-once';

/** Days within which a second order counts. */
export const HORIZONS = ['90', '180', '365'] as const;
/** What a first order with several products counts for: each of them, or that of its largest line. */
export const CREDITS = ['each', 'largest'] as const;
export const MOST_DRAWN = 15;

/** What first orders can be compared by, those with most values first. */
export function attributesOf(rows: readonly Row[]): string[] {
  const counts = new Map<string, number>();
  for (const { attribute } of rows) counts.set(String(attribute), (counts.get(String(attribute)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([attribute]) => attribute);
}

/** Each value against the customers who began otherwise; values of one attribute are compared with each other at once. */
export const judgeFirsts = (rows: readonly Row[]): void =>
  judge(rows, {
    p: (row) => {
      const [back, eligible] = [Number(row.back), Number(row.eligible)];
      return fisher([back, eligible], [Number(row.all_back) - back, Number(row.all_eligible) - eligible]);
    },
    family: ({ attribute }) => String(attribute),
  });

export type Verdict = 'above' | 'below' | 'unclear';

export function verdictOf(row: Row): Verdict {
  if (row.is_beyond_chance !== true) return 'unclear';
  return Number(row.difference) > 0 ? 'above' : 'below';
}

/** The row of the finding: the surest above the shop, or else the one furthest below it. */
export const headline = (rows: readonly Row[]): Row | null =>
  rows.find((row) => verdictOf(row) === 'above') ??
  rows.findLast((row) => verdictOf(row) === 'below') ??
  null;

/** The rows to draw: the surest, and the last ones where there are more than fit. */
export const drawnOf = (rows: readonly Row[], most = MOST_DRAWN): Row[] =>
  rows.length <= most ? [...rows] : [...rows.slice(0, most - 5), ...rows.slice(-5)];
