import type { OpenQuestion } from '../../../src/domain/said/questions';
import type { MappingProposal } from '../../../src/domain/mapping';
import { sentinelQuestion } from '../../../src/ingest/mapping/mapping-questions';
import { SENTINEL_DAYS, ZERO_DAY } from '../../../src/ingest/dates/sentinel-dates';
import type { Database } from '../host/database';
import { dateExpression } from '../reading/date-expression';
import type { CountedColumns } from '../evidence/evidence';
import { isoSpan } from '../evidence/iso-span';
import { quoteText } from '../sql/quote';
import { cell, rawColumn, trimmed, type Reading } from '../reading/reading';

/** Above this share of the rows with a date, a person is asked whether these days are real. */
const ASKED_ABOVE = 0.01;

type Read = Pick<Reading, 'dates' | 'layout'> & { undated?: Reading['undated'] };

/** Whether a column of dates may hold one of these days: not where all of its days are known to lie elsewhere. */
export function mayHoldSentinels(
  counted: CountedColumns,
  position: number | undefined,
  dates: Reading['dates'],
): boolean {
  const span = position === undefined ? null : isoSpan(counted, position, dates[position]);
  return !span || SENTINEL_DAYS.some((day) => span.from <= day && day <= span.to);
}

/** Whether a row's date is one of the days that stand for none, by the clock that is written; not null. */
export function isSentinel(position: number | undefined, reading: Read): string {
  if (position === undefined || reading.undated === false) return 'false';
  const column = cell(position, reading);
  const days = SENTINEL_DAYS.map((day) => quoteText(day)).join(', ');
  const zero = `regexp_full_match(${trimmed(column)}, ${quoteText(ZERO_DAY)})`;
  // ISO texts begin with their day: comparing them is a tenth of the work of reading them.
  const isDay =
    reading.dates[position]?.style === 'iso'
      ? `left(ltrim(${column}), 10) in (${days})`
      : `cast(${dateExpression(position, { ...reading, zone: null })} as date) in (${days})`;
  return `coalesce((${isDay}) or (contains(${column}, '1900') and ${zero}), false)`;
}

/** The question that a file with many such days leaves open; null where there are few. Counted once for each way to read the column. */
export async function sentinelQuestionOf(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  { fields, dates, layout }: MappingProposal,
): Promise<OpenQuestion | null> {
  const position = fields.find(({ field }) => field === 'date')?.position;
  const column = counted.columns[position ?? -1];
  if (position === undefined || !column || !dates[position]) return null;
  const test = isSentinel(position, { dates, layout });
  if (!mayHoldSentinels(counted, position, dates)) return null;
  let found = counted.sentinels.get(test);
  if (!found) {
    const text = rawColumn(position);
    const [row] = await database.rows<{ rows: number; dated: number; example: string | null }>(
      signal,
      // A value that stands for the rows below it is found by a window, which no aggregate may hold.
      `select count(*) filter (is_one) as rows, count(text) as dated, min(text) filter (is_one) as example
      from (select ${text} as text, ${test} as is_one from raw)`,
    );
    found = { rows: row?.rows ?? 0, dated: row?.dated ?? 0, example: row?.example ?? '' };
    counted.sentinels.set(test, found);
  }
  return found.rows > ASKED_ABOVE * found.dated ? sentinelQuestion(column.column, found) : null;
}
