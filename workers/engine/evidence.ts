import type { Field } from '../../src/domain/choices';
import type { ColumnEvidence, NumberEvidence, ShapeCount } from '../../src/domain/evidence';
import { looksLikeDates } from '../../src/ingest/detect-dates';
import { looksLikeNumbers } from '../../src/ingest/detect-numbers';
import isoDatesSql from '../../src/warehouse/evidence/iso_dates.sql?raw';
import numbersSql from '../../src/warehouse/evidence/numbers.sql?raw';
import shapesSql from '../../src/warehouse/evidence/shapes.sql?raw';
import { bind } from './bind';
import type { Database } from './database';
import { countColumns, countInOrders, examinedView, rawColumn, sampledTable } from './source-view';

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
  /** The highest number of a column, by position; known of columns that were asked for. */
  highest: Map<number, number>;
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
    highest: new Map(),
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

/** Estimates of different values err by so much: between these shares of the rows, they may all differ or not. */
const DOUBTFUL = [0.7, 1] as const;

/**
 * Count the different order numbers one by one where the estimate leaves open whether a row is an order. True where the
 * count is another one now.
 */
export async function countExactly(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  position: number,
): Promise<boolean> {
  const evidence = counted.columns[position];
  if (!evidence || counted.exact.has(position)) return false;
  const share = evidence.distinct / Math.max(1, evidence.filled);
  if (share < DOUBTFUL[0] || share >= DOUBTFUL[1]) return false;
  counted.exact.add(position);
  const column = rawColumn(position);
  const [row] = await database.rows<{ n: number }>(signal, `select count(distinct ${column}) as n from raw`);
  const before = evidence.distinct;
  evidence.distinct = row?.n ?? before;
  return evidence.distinct !== before;
}

/** Find out whether a column of money repeats one value on all rows of each order. */
export async function countRepeated(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  order: number,
  position: number,
): Promise<void> {
  if (counted.repeated.has(position)) return;
  const [row] = await database.rows<{ orders: number; one: number }>(signal, countInOrders(order, position));
  counted.repeated.set(position, (row?.orders ?? 0) > 0 && row?.one === row?.orders);
}

/** Find out the highest number of a column: a share is never above one. */
export async function countHighest(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  position: number,
): Promise<void> {
  if (counted.highest.has(position)) return;
  const digits = `replace(regexp_replace(${rawColumn(position)}, '[^0-9.,-]', '', 'g'), ',', '.')`;
  const [row] = await database.rows<{ most: number | null }>(
    signal,
    `select max(try_cast(${digits} as double)) as most from raw`,
  );
  counted.highest.set(position, row?.most ?? 0);
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
