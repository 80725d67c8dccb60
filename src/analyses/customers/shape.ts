import { STATUSES, type Status } from '../../domain/standing';
import type { Row } from '../../domain/table';

/** Parts of all customers that can be listed alone. `late`: beyond their own usual gap, and not yet gone. */
export type Part = 'all' | Status | 'late';

const GONE: readonly unknown[] = ['lapsed', 'lost'];

export function isIn(row: Row, part: Part): boolean {
  if (part === 'all') return true;
  if (part === 'late') return Number(row.days_late ?? 0) > 0 && !GONE.includes(row.status);
  return row.status === part;
}

/** The parts that have somebody, and how many. */
export const partsOf = (rows: readonly Row[]): { part: Part; customers: number }[] =>
  (['all', ...STATUSES, 'late'] as const)
    .map((part) => ({ part, customers: rows.filter((row) => isIn(row, part)).length }))
    .filter(({ part, customers }) => part === 'all' || customers > 0);
