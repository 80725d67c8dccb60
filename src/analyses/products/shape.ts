import type { Row } from '../../domain/table';

export const MOST_DRAWN = 15;
const FEW = 30;

/** The products to draw: those that bring most. */
export const drawnOf = (rows: readonly Row[]): Row[] => rows.slice(0, MOST_DRAWN);

/** The product that is bought again most surely: by the lower end of its interval, among those with enough buyers. */
export function headline(rows: readonly Row[]): Row | null {
  const many = rows.filter(({ buyers, repeaters }) => Number(buyers) >= FEW && Number(repeaters) > 0);
  if (many.length === 0) return null;
  return many.reduce((best, row) => (Number(row.low) > Number(best.low) ? row : best));
}
