import type { Row } from '../../domain/table';

/** Days of a month, a quarter and a year on the rolling clock. */
export const LENGTHS = ['30', '91', '365'] as const;

/** Fewer customers are not drawn. */
export const FEW = 30;

/** Ages that enough customers reached to be drawn. */
export const drawn = (rows: readonly Row[]): Row[] => rows.filter(({ eligible }) => Number(eligible) >= FEW);

export interface Headline {
  /** Net per customer and age in the first and in the last third of the ages after the first order's own. */
  early: number;
  late: number;
  from: number;
  to: number;
}

/** What a customer brings at early and at late ages, the age of the first order left out. Null under three ages. */
export function headline(rows: readonly Row[]): Headline | null {
  const later = drawn(rows).filter(({ age }) => Number(age) > 0);
  const third = Math.floor(later.length / 3);
  if (third === 0) return null;
  const mean = (part: Row[]) =>
    part.reduce((sum, row) => sum + Number(row.net), 0) /
    part.reduce((sum, row) => sum + Number(row.eligible), 0);
  return {
    early: mean(later.slice(0, third)),
    late: mean(later.slice(-third)),
    from: Number(later.at(-third)?.age),
    to: Number(later.at(-1)?.age),
  };
}
