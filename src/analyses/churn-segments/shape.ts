import type { Row } from '../../domain/table';

/** Segments with fewer customers are in the table alone. */
const FEWEST = 30;

/** The segments of the picture: large enough, the surest difference first. */
export const drawn = (rows: readonly Row[], most = 14): Row[] =>
  rows.filter(({ customers }) => Number(customers) >= FEWEST).slice(0, most);

/** The segment of the finding: lost more often than others for sure. */
export const headline = (rows: readonly Row[]): Row | null =>
  drawn(rows, Infinity).find((row) => Number(row.difference_low) > 0) ?? null;

export function shareOfAll(row: Row | undefined): { lost: number; all: number; share: number } | null {
  if (!row) return null;
  const [lost, kept] = [Number(row.all_lost), Number(row.all_kept)];
  return lost + kept > 0 ? { lost, all: lost + kept, share: lost / (lost + kept) } : null;
}
