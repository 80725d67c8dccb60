import type { Row } from '../../domain/table';

/** The window of the finding sentence: a year where the data are as long, else the longest that somebody could fill. */
export function headline(rows: readonly Row[]): Row | null {
  const filled = rows.filter((row) => Number(row.eligible) > 0);
  return filled.find((row) => row.window === '12 months') ?? filled.at(-1) ?? null;
}

/** "12 months" as its number and unit. */
export function lengthOf(window: string): { count: number; unit: 'months' | 'days' } {
  const [count = '0', unit = ''] = window.split(' ');
  return { count: Number(count), unit: unit === 'days' ? 'days' : 'months' };
}
