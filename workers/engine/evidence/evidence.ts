import type { Field } from '../../../src/domain/choices';
import type { ColumnEvidence } from '../../../src/domain/evidence';
import { looksLikeDates } from '../../../src/ingest/dates/detect-dates';
import type { MonthBegins } from '../../../src/ingest/dates/date-questions';
import { looksLikeNumbers } from '../../../src/ingest/numbers/detect-numbers';
import { looksLikeWeakDates } from '../../../src/ingest/dates/weak-dates';
import type { ZoneGuess } from '../../../src/ingest/dates/guess-zone';
import { byPlace, countKinds, type Examined } from './count-kinds';
import type { Database } from '../host/database';
import type { PrefixMet } from '../../../src/ingest/who/phone-prefix';
import { rawColumn } from '../reading/reading';
import { countColumns, countOdd, countSampled, sampledTable, sampledTexts } from './evidence-texts';

interface SampledRow {
  place: number;
  rows: number;
  filled: number;
  different: number;
  wrapped: number;
  padded: number;
  destroyed: number;
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
  /** What was looked at already, by its text. */
  looked: Set<string>;
  /** What texts over `raw` gave. */
  answers: Map<string, object[]>;
  /** Country prefixes that phones show, by position. */
  prefixes: Map<number, PrefixMet[]>;
  /** The highest number of a column, by position, with the expression that read it; known of columns that were asked for. */
  highest: Map<number, { read_by: string; most: number }>;
  /** What the offsets behind the times of a column say of the shop's zone, by position. */
  zones: Map<number, ZoneGuess | null>;
  /** Rows whose date is one that stands for none, of those with a date, and one of them; by how the column is read. */
  sentinels: Map<string, { rows: number; dated: number; example: string }>;
  /** The rows from which on another month stands, by the expression that reads dates without a year. */
  months: Map<string, MonthBegins[]>;
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
    sentinels: new Map(),
    months: new Map(),
    looked: new Set(),
    answers: new Map(),
    prefixes: new Map(),
    highest: new Map(),
    file_position: null,
    rows,
    unpadded: new Set(),
  };
  const looked = positions.map((position): Looked => {
    const values = seen.flatMap((row) => row[rawColumn(position)] ?? []);
    const {
      filled = 0,
      different = 0,
      wrapped = 0,
      padded = 0,
      destroyed = 0,
    } = counts.get(position)?.[0] ?? {};
    const isWhole = share <= 1;
    const evidence: ColumnEvidence = {
      column: headers[position]!,
      position,
      rows,
      filled: Math.round(filled * share),
      // Values that hardly repeat in the sample hardly repeat in the file.
      distinct: Math.round(different > filled / 2 ? different * share : different),
      is_estimate: !isWhole,
      examples: examplesOf(values),
      wrapped_ids: Math.round(wrapped * share),
      ...(destroyed > 0 ? { destroyed: Math.round(destroyed * share) } : {}),
    };
    counted.columns.push(evidence);
    if (isWhole) {
      counted.whole.add(position);
      counted.exact.add(position);
      if (padded === 0) counted.unpadded.add(position);
    }
    const dates = looksLikeDates(values) || looksLikeWeakDates(values, evidence.column);
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
  await countKinds(signal, database, 'sampled', looked, counted.integer_digits);
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
  // A column that a person has chosen may have looked like something else in the sample.
  const isUnread = (field: Field, { dates, numbers }: ColumnEvidence) =>
    READ_FIELDS.includes(field) && (field === 'date' ? !dates : !numbers);
  const open = fields.filter(
    ({ field, position }) => !counted.whole.has(position) || isUnread(field, counted.columns[position]!),
  );
  if (open.length === 0) return false;
  const positions = [...new Set(open.map(({ position }) => position))];
  const ids = open.filter(({ field }) => ID_FIELDS.includes(field)).map(({ position }) => position);
  const [seen = {}] = await database.rows<Record<string, number>>(signal, countColumns(positions, ids));
  const odd = ids.filter((at) => (seen[`odd_${at}`] ?? 0) > 0);
  // Most files have no id that is written in an odd way: then one count is enough for all the ways.
  const [ways = {}] =
    odd.length === 0 ? [] : await database.rows<Record<string, number>>(signal, countOdd(odd));
  const none = ids.flatMap((at) => ['wrapped', 'padded', 'destroyed'].map((way) => [`${way}_${at}`, 0]));
  const counts = { ...(Object.fromEntries(none) as Record<string, number>), ...seen, ...ways };
  const read: Examined[] = [];
  for (const { field, position } of open) {
    const evidence = counted.columns[position];
    if (!evidence) continue;
    const distinct = counts[`distinct_${position}`] ?? evidence.distinct;
    evidence.filled = counts[`filled_${position}`] ?? 0;
    evidence.distinct = distinct;
    evidence.wrapped_ids = counts[`wrapped_${position}`] ?? evidence.wrapped_ids;
    const destroyed = counts[`destroyed_${position}`] ?? evidence.destroyed ?? 0;
    if (destroyed > 0) evidence.destroyed = destroyed;
    counted.whole.add(position);
    if (counts[`padded_${position}`] === 0) counted.unpadded.add(position);
    if (!READ_FIELDS.includes(field)) continue;
    const isGrouped = evidence.filled > distinct * REPEATS;
    read.push({ position, evidence, dates: field === 'date', numbers: field !== 'date', isGrouped });
  }
  await countKinds(signal, database, 'raw', read, counted.integer_digits);
  return true;
}

/** Five different values, from the beginning and from further on. */
function examplesOf(seen: string[]): string[] {
  const different = [...new Set(seen)];
  const step = Math.max(1, Math.floor(different.length / 5));
  return different.filter((_, i) => i % step === 0).slice(0, 5);
}
