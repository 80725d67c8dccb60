import type { Row } from '../../domain/table';

/** The period of the finding: the last that is over. */
export const headline = (rows: readonly Row[]): Row | null =>
  rows.filter((row) => row.is_complete === true).at(-1) ?? null;

/** What each period's column is made of, from the line outwards; the lost stand below it. */
export const HEADS = ['retained', 'reactivated', 'new', 'lost'] as const;
export const MONEY = ['net_returning', 'net_new', 'net_anonymous'] as const;
export type Part = (typeof HEADS)[number] | (typeof MONEY)[number];

export interface PartOfPeriod {
  period: string;
  part: Part;
  value: number;
  open: boolean;
}

export const partsOf = (rows: readonly Row[], parts: readonly Part[]): PartOfPeriod[] =>
  rows.flatMap((row) =>
    parts.map((part) => ({
      period: String(row.period),
      part,
      value: Number(row[part]) * (part === 'lost' ? -1 : 1),
      open: row.is_complete !== true,
    })),
  );
