import type { Row } from '../../domain/table';

/** Whether a row may say that the same product was bought again. */
export const SAMES = ['with', 'without'] as const;
export const MOST_DRAWN = 15;

/** The products that customers began with, those that most went on from first. */
export function firstsOf(rows: readonly Row[]): string[] {
  const counts = new Map(rows.map(({ product, went_on }) => [String(product), Number(went_on)]));
  return [...counts].sort(([, a], [, b]) => b - a).map(([product]) => product);
}

/** Whether the row differs from what all buy next by more than chance would do (95 %), upwards. */
export const isSure = (row: Row): boolean => row.difference_low !== null && Number(row.difference_low) > 0;

/** The rows to draw, surest first: of one product that customers began with, or of all of them. */
export const drawnOf = (rows: readonly Row[], first: string): Row[] =>
  rows.filter(({ product }) => first === '' || product === first).slice(0, MOST_DRAWN);
