import type { Row } from '../../domain/table';
import { fisher } from '../../models/fisher';
import { judge } from '../../models/many-at-once';

/** Whether a row may say that the same product was bought again. */
export const SAMES = ['with', 'without'] as const;
export const MOST_DRAWN = 15;

/** The products that customers began with, those that most went on from first. */
export function firstsOf(rows: readonly Row[]): string[] {
  const counts = new Map(rows.map(({ product, went_on }) => [String(product), Number(went_on)]));
  return [...counts].sort(([, a], [, b]) => b - a).map(([product]) => product);
}

/** Each pair against all that could be made: do those who began with the one product buy the other next more or less often than the rest? */
export const judgeNexts = (rows: readonly Row[]): void =>
  judge(rows, {
    p: (row) => {
      const [next, wentOn] = [Number(row.next_customers), Number(row.went_on)];
      return fisher(
        [next, wentOn],
        [Number(row.all_next_customers) - next, Number(row.all_went_on) - wentOn],
      );
    },
  });

/** Whether the product is bought next more often than by all, beyond chance. */
export const isSure = (row: Row): boolean => row.is_beyond_chance === true && Number(row.difference) > 0;

/** The rows to draw, surest first: of one product that customers began with, or of all of them. */
export const drawnOf = (rows: readonly Row[], first: string): Row[] =>
  rows.filter(({ product }) => first === '' || product === first).slice(0, MOST_DRAWN);
