import type { NumberReading } from '../../../src/domain/evidence';
import type { MappingProposal } from '../../../src/domain/mapping';
import { guessZone, type OffsetCount, type ZoneGuess } from '../../../src/ingest/dates/guess-zone';
import type { Database } from '../host/database';
import { offsetCounts } from '../reading/date-expression';
import type { CountedColumns } from './evidence';
import { numberExpression } from '../reading/money-columns';
import { countNumbers, keyBeside, tillOf } from './order-look';
import { rawColumn } from '../reading/reading';
import { countInOrders } from './evidence-texts';

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
  proposal: MappingProposal,
): Promise<boolean> {
  const position = proposal.fields.find(({ field }) => field === 'order_id')?.position ?? -1;
  const evidence = counted.columns[position];
  if (!evidence || counted.exact.has(position)) return false;
  const share = evidence.distinct / Math.max(1, evidence.filled);
  if (share < DOUBTFUL[0] || share >= DOUBTFUL[1]) return false;
  counted.exact.add(position);
  const before = evidence.distinct;
  evidence.distinct =
    (await countNumbers(signal, database, counted, proposal)) ??
    (await countDistinct(signal, database, position));
  evidence.is_estimate = false;
  return evidence.distinct !== before;
}

async function countDistinct(signal: AbortSignal, database: Database, position: number): Promise<number> {
  const text = `select count(distinct ${rawColumn(position)}) as n from raw`;
  const [row] = await database.rows<{ n: number }>(signal, text);
  return row?.n ?? 0;
}

/** What tells an order's rows from others: its number, what stands beside it in the key, and the file where two may have it. */
export function keysOf(order: number, counted: CountedColumns, proposal: MappingProposal): string[] {
  const { file_position } = counted;
  const date = proposal.fields.find(({ field }) => field === 'date')?.position;
  const beside = keyBeside(proposal.order_grain, tillOf(counted, proposal.fields), date, proposal);
  return [
    rawColumn(order),
    ...(beside === null ? [] : [beside]),
    ...(file_position === null ? [] : [rawColumn(file_position)]),
  ];
}

/** Find out whether a column of money repeats one value on all rows of each order. */
export async function countRepeated(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  proposal: MappingProposal,
  order: number,
  position: number,
): Promise<void> {
  if (counted.repeated.has(position)) return;
  const [row] = await database.rows<{ orders: number; one: number }>(
    signal,
    countInOrders(keysOf(order, counted, proposal), position),
  );
  counted.repeated.set(position, (row?.orders ?? 0) > 0 && row?.one === row?.orders);
}

/** Digits before the decimal mark where it is not known how many a column needs. */
const WIDE = 12;

/** Find out the highest number of a column, read as its amounts are: a share is never above one. */
export async function countHighest(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  position: number,
  number: NumberReading | undefined,
): Promise<void> {
  if (!number) return void counted.highest.delete(position);
  const value = numberExpression(position, number, counted.integer_digits[position] ?? WIDE);
  if (counted.highest.get(position)?.read_by === value) return;
  const [row] = await database.rows<{ most: number | null }>(
    signal,
    `select max(${value})::double as most from (select distinct ${rawColumn(position)} from raw)`,
  );
  counted.highest.set(position, { read_by: value, most: row?.most ?? 0 });
}

/** What the offsets of the date column say of the shop's zone; null where its times have none. Counted once. */
export async function countOffsets(
  signal: AbortSignal,
  database: Database,
  { zones }: CountedColumns,
  { fields, dates, layout }: MappingProposal,
): Promise<ZoneGuess | null> {
  const position = fields.find(({ field }) => field === 'date')?.position;
  if (position === undefined || !dates[position]?.has_offset) return null;
  const known = zones.get(position);
  if (known !== undefined) return known;
  const found = guessZone(await database.rows<OffsetCount>(signal, offsetCounts(position, dates, layout)));
  zones.set(position, found);
  return found;
}
