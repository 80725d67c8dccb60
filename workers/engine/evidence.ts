import type { ColumnEvidence, NumberEvidence, ShapeCount } from '../../src/domain/evidence';
import { looksLikeDates } from '../../src/ingest/detect-dates';
import { looksLikeNumbers } from '../../src/ingest/detect-numbers';
import isoDatesSql from '../../src/warehouse/evidence/iso_dates.sql?raw';
import numbersSql from '../../src/warehouse/evidence/numbers.sql?raw';
import shapesSql from '../../src/warehouse/evidence/shapes.sql?raw';
import { bind } from './bind';
import type { Database } from './database';
import { examinedView, rawColumn } from './source-view';

interface ShapeRow {
  shape: string | null;
  rows: number;
  first_row: number;
  example?: string;
  low: string;
  high: string;
  max_first?: number | null;
  max_second?: number | null;
}

type NumberRow = Omit<NumberEvidence, 'other'> & { other: number; integer_digits: number };

export interface CountedColumns {
  columns: ColumnEvidence[];
  /** Digits before the decimal mark, by position, of columns that hold numbers. */
  integer_digits: Record<number, number>;
}

/**
 * Count over whole columns what their values look like. A first look at a few hundred rows decides only which
 * counting a column needs; what is decided from it is decided by all rows.
 */
export async function countEvidence(
  signal: AbortSignal,
  database: Database,
  headers: string[],
  onStep: (done: number, total: number) => void,
): Promise<CountedColumns> {
  const positions = headers.map((_, i) => i);
  const counts = await database.rows<Record<string, number>>(
    signal,
    `select count(*) as rows, ${positions
      .map(
        (
          i,
        ) => `count(${rawColumn(i)}) as filled_${i}, approx_count_distinct(${rawColumn(i)}) as distinct_${i},
        count(*) filter (suffix(${rawColumn(i)}, '.0')) as wrapped_${i}`,
      )
      .join(', ')} from raw`,
  );
  const counted = counts[0] ?? {};
  const rows = counted.rows ?? 0;
  const step = Math.max(1, Math.floor(rows / 400));
  const sample = await database.rows<Record<string, string | null>>(
    signal,
    `select ${positions.map(rawColumn).join(', ')} from raw where rowid < 200 or rowid % ${step} = 0
     order by rowid limit 800`,
  );
  const columns: ColumnEvidence[] = [];
  const integer_digits: Record<number, number> = {};
  for (const position of positions) {
    onStep(position, positions.length);
    const seen = sample.flatMap((row) => row[rawColumn(position)] ?? []);
    const evidence: ColumnEvidence = {
      column: headers[position]!,
      position,
      rows,
      filled: counted[`filled_${position}`] ?? 0,
      distinct: counted[`distinct_${position}`] ?? 0,
      examples: examplesOf(seen),
      wrapped_ids: counted[`wrapped_${position}`] ?? 0,
    };
    const dates = looksLikeDates(seen);
    const numbers = looksLikeNumbers(seen);
    if (dates || numbers) await database.run(signal, examinedView(position));
    if (dates) evidence.dates = await countDates(signal, database);
    if (numbers) {
      const { integer_digits: digits, ...found } = await countNumbers(signal, database);
      evidence.numbers = found;
      integer_digits[position] = found.other.length === 0 ? digits : 12;
    }
    columns.push(evidence);
  }
  return { columns, integer_digits };
}

async function countDates(signal: AbortSignal, database: Database): Promise<ShapeCount[]> {
  const iso = await database.rows<ShapeRow>(signal, isoDatesSql);
  const isAllIso = iso.every((row) => row.shape !== null);
  return (isAllIso ? iso : await countShapes(signal, database, false)).map(toShape);
}

async function countNumbers(
  signal: AbortSignal,
  database: Database,
): Promise<NumberEvidence & { integer_digits: number }> {
  const [row] = await database.rows<NumberRow>(signal, numbersSql);
  if (!row) throw new Error('no evidence');
  const other = row.other > 0 ? (await countShapes(signal, database, true)).map(toShape) : [];
  return { ...row, other };
}

const countShapes = (signal: AbortSignal, database: Database, only_unplain: boolean) =>
  database.rows<ShapeRow>(signal, bind(shapesSql, { only_unplain }));

function toShape(row: ShapeRow): ShapeCount {
  return {
    shape: row.shape ?? '',
    rows: row.rows,
    examples: [...new Set([row.example ?? row.low, row.low, row.high])],
    first_row: row.first_row,
    max_first: row.max_first ?? null,
    max_second: row.max_second ?? null,
  };
}

/** Five different values, from the beginning and from further on. */
function examplesOf(seen: string[]): string[] {
  const different = [...new Set(seen)];
  const step = Math.max(1, Math.floor(different.length / 5));
  return different.filter((_, i) => i % step === 0).slice(0, 5);
}
