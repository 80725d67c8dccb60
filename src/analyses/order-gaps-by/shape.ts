import type { Row } from '../../domain/table';
import { judge } from '../../models/many-at-once';

/** Values of one attribute are compared with each other at once. */
export const judgeValues = (rows: readonly Row[]): void =>
  judge(rows, {
    p: ({ p_value: value }) => (value === null ? null : Number(value)),
    family: ({ attribute }) => String(attribute),
  });

export const MOST_DRAWN = 15;

export type Verdict = 'sooner' | 'later' | 'unclear';

export function verdictOf(row: Row): Verdict {
  if (row.is_beyond_chance !== true) return 'unclear';
  return Number(row.returned) > Number(row.expected) ? 'sooner' : 'later';
}

/** What first orders can be compared by, those with most values first. */
export function attributesOf(rows: readonly Row[]): string[] {
  const counts = new Map<string, number>();
  for (const { attribute } of rows) counts.set(String(attribute), (counts.get(String(attribute)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([attribute]) => attribute);
}

/** The row of the finding: the soonest beyond chance, or else the latest. */
export const headline = (rows: readonly Row[]): Row | null =>
  rows.find((row) => verdictOf(row) === 'sooner') ??
  rows.findLast((row) => verdictOf(row) === 'later') ??
  null;

/** The rows to draw: the soonest, and the last ones where there are more than fit. */
export const drawnOf = (rows: readonly Row[], most = MOST_DRAWN): Row[] =>
  rows.length <= most ? [...rows] : [...rows.slice(0, most - 5), ...rows.slice(-5)];
