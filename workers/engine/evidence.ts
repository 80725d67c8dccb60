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
import { countColumns, countSampled, examinedView, sampledTable, sampledTexts } from './evidence-texts';

interface ShapeRow {
  place: number;
  shape: string | null;
  rows: number;
  first_row: number;
  example?: string;
  low: string;
  high: string;
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

interface SampledRow {
  place: number;
  rows: number;
  filled: number;
  different: number;
  wrapped: number;
  padded: number;
}

/** A column to be read as dates or as numbers, or both. */
interface Examined {
  position: number;
  evidence: ColumnEvidence;
  dates: boolean;
  numbers: boolean;
  isGrouped: boolean;
}

/** Its texts may say what kind of row each is. */
type Looked = Examined & { isTelling: boolean };

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
  /** Positions of which no value, over all rows, is empty or begins or ends with a blank; ids, and every column of a small file. */
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
  const counts = byPlace(await database.rows<SampledRow>(signal, countSampled(positions)));
  const sampled = counts.get(0)?.[0]?.rows ?? 0;
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
  const looked = positions.map((position): Looked => {
    const values = seen.flatMap((row) => row[rawColumn(position)] ?? []);
    const { filled = 0, different = 0, wrapped = 0, padded = 0 } = counts.get(position)?.[0] ?? {};
    const evidence: ColumnEvidence = {
      column: headers[position]!,
      position,
      rows,
      filled: Math.round(filled * share),
      // Values that hardly repeat in the sample hardly repeat in the file.
      distinct: Math.round(different > filled / 2 ? different * share : different),
      examples: examplesOf(values),
      wrapped_ids: Math.round(wrapped * share),
    };
    counted.columns.push(evidence);
    if (share <= 1) {
      counted.whole.add(position);
      if (padded === 0) counted.unpadded.add(position);
    }
    const dates = looksLikeDates(values);
    const isShort = values.every((value) => value.length <= LONGEST_KIND);
    const kinds = { dates, numbers: looksLikeNumbers(values) };
    const isGrouped = filled > different * REPEATS;
    return {
      position,
      evidence,
      ...kinds,
      isGrouped,
      isTelling: different > 0 && different <= MOST_KINDS && isShort && !dates,
    };
  });
  await countKinds(signal, database, 'sampled', looked, counted);
  const telling = looked.filter(({ isTelling }) => isTelling);
  if (telling.length > 0) {
    const texts = byPlace(
      await database.rows<{ place: number; value: string }>(
        signal,
        sampledTexts(telling.map(({ position }) => position)),
      ),
    );
    for (const { position, evidence } of telling)
      evidence.values = (texts.get(position) ?? []).slice(0, MOST_KINDS).map(({ value }) => value);
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
  const [counts = {}] = await database.rows<Record<string, number>>(signal, countColumns(positions, ids));
  const read: Examined[] = [];
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
    const isGrouped = evidence.filled > distinct * REPEATS;
    read.push({ position, evidence, dates: field === 'date', numbers: field !== 'date', isGrouped });
  }
  await countKinds(signal, database, 'raw', read, counted);
  return true;
}

/** Dates and numbers of these columns, each kind in one statement, and one more for what is written in other ways. */
async function countKinds(
  signal: AbortSignal,
  database: Database,
  table: 'raw' | 'sampled',
  columns: readonly Examined[],
  counted: CountedColumns,
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
    counted.integer_digits[one.position] = shapes.length === 0 ? integer_digits : 12;
  }
}

function byPlace<T extends { place: number }>(rows: readonly T[]): Map<number, T[]> {
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
