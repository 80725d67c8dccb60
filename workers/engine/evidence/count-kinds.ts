import type { ColumnEvidence, NumberEvidence, ShapeCount } from '../../../src/domain/evidence';
import isoDatesSql from '../../../src/warehouse/evidence/iso_dates.sql?raw';
import numbersSql from '../../../src/warehouse/evidence/numbers.sql?raw';
import shapesSql from '../../../src/warehouse/evidence/shapes.sql?raw';
import { bind } from '../sql/bind';
import type { Database } from '../host/database';
import { examinedView } from './evidence-texts';

interface ShapeRow {
  place: number;
  shape: string | null;
  rows: number;
  first_row: number;
  example?: string;
  low: string;
  high: string;
  other_digits?: boolean;
  max_first?: number | null;
  max_second?: number | null;
}

type NumberRow = Omit<NumberEvidence, 'other'> & { place: number; other: number; integer_digits: number };

/** Of a column without a value. */
const NO_NUMBERS: NumberRow = {
  place: 0,
  plain: 0,
  plain_scale: 0,
  plain_three_decimals: 0,
  plain_with_dot: 0,
  negative: 0,
  zero: 0,
  other: 0,
  integer_digits: 0,
};

/** A column to be read as dates or as numbers, or both. */
export interface Examined {
  position: number;
  evidence: ColumnEvidence;
  dates: boolean;
  numbers: boolean;
  isGrouped: boolean;
}

/** Dates and numbers of these columns, each kind in one statement, and one more for what is written in other ways. */
export async function countKinds(
  signal: AbortSignal,
  database: Database,
  table: 'raw' | 'sampled',
  columns: readonly Examined[],
  integerDigits: Record<number, number>,
): Promise<void> {
  const examine = async <T extends { place: number }>(of: readonly Examined[], sql: string) => {
    if (of.length === 0) return new Map<number, T[]>();
    await database.run(signal, examinedView(table, of));
    return byPlace(await database.rows<T>(signal, sql));
  };
  const shapesOf = (of: readonly Examined[], only_unplain: boolean) =>
    examine<ShapeRow>(of, bind(shapesSql, { only_unplain }));

  const dates = columns.filter((one) => one.dates);
  const iso = await examine<ShapeRow>(dates, isoDatesSql);
  const isOther = ({ position }: Examined) => (iso.get(position) ?? []).some(({ shape }) => shape === null);
  const written = await shapesOf(dates.filter(isOther), false);
  for (const { position, evidence } of dates)
    evidence.dates = (written.get(position) ?? iso.get(position) ?? []).map(toShape);

  const numbers = columns.filter((one) => one.numbers);
  const plain = await examine<NumberRow>(numbers, numbersSql);
  const numberOf = ({ position }: Examined) => plain.get(position)?.[0] ?? NO_NUMBERS;
  const other = await shapesOf(
    numbers.filter((one) => numberOf(one).other > 0),
    true,
  );
  for (const one of numbers) {
    const { integer_digits, place: _, ...rest } = numberOf(one);
    const shapes = (other.get(one.position) ?? []).map(toShape);
    one.evidence.numbers = { ...rest, other: shapes };
    integerDigits[one.position] = shapes.length === 0 ? integer_digits : 12;
  }
}

export function byPlace<T extends { place: number }>(rows: readonly T[]): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const row of rows) found.set(row.place, [...(found.get(row.place) ?? []), row]);
  return found;
}

function toShape(row: ShapeRow): ShapeCount {
  return {
    shape: row.shape ?? '',
    rows: row.rows,
    examples: [...new Set([row.example ?? row.low, row.low, row.high])],
    first_row: row.first_row,
    ...(row.other_digits ? { other_digits: true } : {}),
    max_first: row.max_first ?? null,
    max_second: row.max_second ?? null,
  };
}
