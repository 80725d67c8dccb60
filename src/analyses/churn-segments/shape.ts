import type { Row } from '../../domain/table';
import { fisher } from '../../models/fisher';
import { judge } from '../../models/many-at-once';

/** Each value with enough customers against the customers without it. */
export const judgeSegments = (rows: readonly Row[]): void =>
  judge(rows, {
    p: (row) => {
      const [lost, customers] = [Number(row.lost), Number(row.customers)];
      const [allLost, allKept] = [Number(row.all_lost), Number(row.all_kept)];
      return fisher([lost, customers], [allLost - lost, allLost + allKept - customers]);
    },
  });

/** The segments of the picture: large enough, the surest difference first. */
export const drawn = (rows: readonly Row[], most = 14): Row[] =>
  rows.filter(({ compared }) => compared !== null).slice(0, most);

/** The segment of the finding: lost more often than others, beyond chance. */
export const headline = (rows: readonly Row[]): Row | null =>
  drawn(rows, Infinity).find((row) => row.is_beyond_chance === true && Number(row.difference) > 0) ?? null;

/** Values that compete: those with enough customers. */
export const comparedOf = (rows: readonly Row[]): number =>
  Number(rows.find(({ compared }) => compared !== null)?.compared ?? 0);

export function shareOfAll(row: Row | undefined): { lost: number; all: number; share: number } | null {
  if (!row) return null;
  const [lost, kept] = [Number(row.all_lost), Number(row.all_kept)];
  return lost + kept > 0 ? { lost, all: lost + kept, share: lost / (lost + kept) } : null;
}
