import type { Field } from '../../src/domain/choices';
import type { ColumnEvidence, NumberEvidence, ShapeCount } from '../../src/domain/evidence';
import { looksLikeDates } from '../../src/ingest/detect-dates';
import { looksLikeNumbers } from '../../src/ingest/detect-numbers';
import type { ZoneGuess } from '../../src/ingest/guess-zone';
import isoDatesSql from '../../src/warehouse/evidence/iso_dates.sql?raw';
import numbersSql from '../../src/warehouse/evidence/numbers.sql?raw';
import shapesSql from '../../src/warehouse/evidence/shapes.sql?raw';
import { bind } from './bind';
import type { Database } from './database';
import { rawColumn } from './reading';
import { countColumns, differentTexts, examinedView, sampledTable } from './source-view';

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
  /** Digits before the decimal mark, by position, of columns whose numbers were counted whole. */
  integer_digits: Record<number, number>;
  /** Positions that were counted over all rows; the others are known from a sample. */
  whole: Set<number>;
  rows: number;
  /** Whether a column has one value on all rows of an order, by position; known of columns that were asked for. */
  repeated: Map<number, boolean>;
  /** The column that says which file a row is of, where newer files were added to older ones: both may have an order. */
  file_position: number | null;
  /** The highest number of a column, by position; known of columns that were asked for. */
  highest: Map<number, number>;
  /** What the offsets behind the times of a column say of the shop's zone, by position. */
  zones: Map<number, ZoneGuess | null>;
  /** Positions whose different values were counted one by one. */
  exact: Set<number>;
  /** Positions of ids of which no value, over all rows, begins or ends with a blank. */
  unpadded: Set<number>;
}

/** Fields whose texts are read as dates or numbers: their columns are judged by all of their values. */
const READ_FIELDS: readonly Field[] = [
  'date',
  'amount',
  'quantity',
  'unit_price',
  'discount',
  'tax',
  'shipping',
  'total',
  'refund',
  'cost',
];

const ID_FIELDS: readonly Field[] = ['order_id', 'customer', 'email', 'phone'];

/** A column of so few and so short texts may say what kind of row each is. */
const MOST_KINDS = 60;
const LONGEST_KIND = 80;

/** Where one value stands for at least so many rows, values are counted once each. */
const REPEATS = 10;

/**
 * A first look at every column: rows from all over the file, which is enough to guess what a column is. What a
 * mapped column means in detail is then decided by all of its values (`countWhole`). A small file is its own sample.
 */
export async function countSample(
  signal: AbortSignal,
  database: Database,
  headers: string[],
  rows: number,
): Promise<CountedColumns> {
  await database.run(signal, sampledTable(rows));
  const positions = headers.map((_, i) => i);
  const [counts = {}] = await database.rows<Record<string, number>>(
    signal,
    countColumns('sampled', positions, positions),
  );
  const sampled = counts.rows ?? 0;
  const seen = await database.rows<Record<string, string | null>>(
    signal,
    `select ${positions.map(rawColumn).join(', ')} from sampled
     where rowid < 200 or rowid % ${Math.max(1, Math.floor(sampled / 400))} = 0 order by rowid limit 800`,
  );
  const share = sampled === 0 ? 0 : rows / sampled;
  const counted: CountedColumns = {
    columns: [],
    integer_digits: {},
    whole: new Set(),
    repeated: new Map(),
    exact: new Set(),
    zones: new Map(),
    highest: new Map(),
    file_position: null,
    rows,
    unpadded: new Set(),
  };
  for (const position of positions) {
    const values = seen.flatMap((row) => row[rawColumn(position)] ?? []);
    const filled = counts[`filled_${position}`] ?? 0;
    const distinct = counts[`distinct_${position}`] ?? 0;
    const evidence: ColumnEvidence = {
      column: headers[position]!,
      position,
      rows,
      filled: Math.round(filled * share),
      // Values that hardly repeat in the sample hardly repeat in the file.
      distinct: Math.round(distinct > filled / 2 ? distinct * share : distinct),
      examples: examplesOf(values),
      wrapped_ids: Math.round((counts[`wrapped_${position}`] ?? 0) * share),
    };
    const kinds = { dates: looksLikeDates(values), numbers: looksLikeNumbers(values) };
    await countKinds(signal, database, 'sampled', evidence, kinds, counted, filled > distinct * REPEATS);
    const isShort = values.every((value) => value.length <= LONGEST_KIND);
    if (distinct > 0 && distinct <= MOST_KINDS && isShort && !kinds.dates) {
      const texts = differentTexts('sampled', position, MOST_KINDS);
      evidence.values = (await database.rows<{ value: string }>(signal, texts)).map(({ value }) => value);
    }
    counted.columns.push(evidence);
    if (share <= 1) counted.whole.add(position);
  }
  return counted;
}

/** Count the columns of these fields over all rows, those that are not yet. True where something was counted. */
export async function countWhole(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  fields: readonly { field: Field; position: number }[],
): Promise<boolean> {
  const open = fields.filter(({ position }) => !counted.whole.has(position));
  if (open.length === 0) return false;
  const positions = [...new Set(open.map(({ position }) => position))];
  const ids = open.filter(({ field }) => ID_FIELDS.includes(field)).map(({ position }) => position);
  const text = countColumns('raw', positions, ids);
  const [counts = {}] = await database.rows<Record<string, number>>(signal, text);
  for (const { field, position } of open) {
    const evidence = counted.columns[position];
    if (!evidence) continue;
    const distinct = counts[`distinct_${position}`] ?? evidence.distinct;
    evidence.filled = counts[`filled_${position}`] ?? 0;
    evidence.distinct = distinct;
    evidence.wrapped_ids = counts[`wrapped_${position}`] ?? evidence.wrapped_ids;
    counted.whole.add(position);
    if (counts[`padded_${position}`] === 0) counted.unpadded.add(position);
    if (!READ_FIELDS.includes(field)) continue;
    const kinds = { dates: field === 'date', numbers: field !== 'date' };
    await countKinds(signal, database, 'raw', evidence, kinds, counted, evidence.filled > distinct * REPEATS);
  }
  return true;
}

async function countKinds(
  signal: AbortSignal,
  database: Database,
  table: 'raw' | 'sampled',
  evidence: ColumnEvidence,
  kinds: { dates: boolean; numbers: boolean },
  counted: CountedColumns,
  grouped: boolean,
): Promise<void> {
  if (!kinds.dates && !kinds.numbers) return;
  await database.run(signal, examinedView(table, evidence.position, grouped));
  if (kinds.dates) evidence.dates = await countDates(signal, database);
  if (!kinds.numbers) return;
  const { integer_digits, ...numbers } = await countNumbers(signal, database);
  evidence.numbers = numbers;
  counted.integer_digits[evidence.position] = numbers.other.length === 0 ? integer_digits : 12;
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
