import type { Row } from '../../domain/table';

export interface Pooled {
  first: string;
  last: string;
  active: number;
  lost: number;
  reactivated: number;
}

const isSettled = (row: Row) =>
  row.is_provisional === false && row.is_left_cut === false && Number(row.active_at_start) > 0;

/** The last periods that are settled, together: all lost ÷ all active at a start, never a mean of shares. */
export function pooled(rows: readonly Row[], most = 12): Pooled | null {
  const settled = rows.filter(isSettled).slice(-most);
  const [first, last] = [settled[0], settled.at(-1)];
  if (!first || !last) return null;
  const sum = (name: string) => settled.reduce((total, row) => total + Number(row[name]), 0);
  return {
    ...{ first: String(first.period), last: String(last.period) },
    ...{ active: sum('active_at_start'), lost: sum('lost'), reactivated: sum('reactivated') },
  };
}

export interface PartOfPeriod {
  period: string;
  part: 'reactivated' | 'lost';
  value: number;
  open: boolean;
}

/** Who came back above the line, who was lost below it. */
export const partsOf = (rows: readonly Row[]): PartOfPeriod[] =>
  rows.flatMap((row) =>
    (['reactivated', 'lost'] as const).map((part) => ({
      ...{ period: String(row.period), part, open: row.is_provisional === true },
      value: Number(row[part]) * (part === 'lost' ? -1 : 1),
    })),
  );
