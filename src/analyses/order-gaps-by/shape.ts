import type { Row } from '../../domain/table';

/** Values compared at once make a few look different by chance: the limit is shared among them (Bonferroni). */
const SURE = 0.05;
export const MOST_DRAWN = 15;

export type Verdict = 'sooner' | 'later' | 'unclear';

export function verdictOf(row: Row, compared: number): Verdict {
  if (row.p_value === null || Number(row.p_value) >= SURE / Math.max(1, compared)) return 'unclear';
  return Number(row.returned) > Number(row.expected) ? 'sooner' : 'later';
}

/** What first orders can be compared by, those with most values first. */
export function attributesOf(rows: readonly Row[]): string[] {
  const counts = new Map<string, number>();
  for (const { attribute } of rows) counts.set(String(attribute), (counts.get(String(attribute)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([attribute]) => attribute);
}

/** The rows to draw: the soonest, and the last ones where there are more than fit. */
export const drawnOf = (rows: readonly Row[], most = MOST_DRAWN): Row[] =>
  rows.length <= most ? [...rows] : [...rows.slice(0, most - 5), ...rows.slice(-5)];
