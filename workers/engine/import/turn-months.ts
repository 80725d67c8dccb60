import { SUM_WORDS, type MonthTable } from '../../../src/ingest/dates/month-columns';
import { uniqueHeaders } from '../../../src/ingest/dialect/headers';
import type { Database } from '../host/database';
import { quoteText } from '../sql/quote';
import { rawColumn, trimmed } from '../reading/reading';

/** What a table of months became: its columns, and how many amounts stood in how many of them. */
export interface TurnedMonths {
  headers: string[];
  rows: number;
  months: number;
}

/**
 * `raw` with a row for each amount in place of a row for each customer: the month's first day and the amount stand behind the
 * columns that stay. Blank cells and zeros are no purchase. A row of sums stays one row, without a day.
 */
export async function turnMonths(
  signal: AbortSignal,
  database: Database,
  headers: readonly string[],
  { who, kept, months }: MonthTable,
): Promise<TurnedMonths> {
  const isSum = `coalesce(regexp_matches(lower(${trimmed(`(${rawColumn(who)})`)}), ${quoteText(SUM_WORDS)}), false)`;
  const cells = months.map(
    ({ position, day }, at) => `{'place': ${at}, 'day': ${quoteText(day)}, 'amount': ${rawColumn(position)}}`,
  );
  const bought = `list_filter([${cells.join(', ')}], lambda cell: regexp_matches(coalesce(cell.amount, ''), '[1-9]'))`;
  const of = `if(${isSum}, [{'place': 0, 'day': null, 'amount': null}], ${bought})`;
  const columns = kept.map((position, at) => `${rawColumn(position)} as ${rawColumn(at)}`);
  await database.run(
    signal,
    `create or replace table turned as select * exclude (row_place, cell), cell.day::varchar as ${rawColumn(kept.length)},
       cell.amount::varchar as ${rawColumn(kept.length + 1)}
     from (select ${columns.join(', ')}, rowid as row_place, unnest(${of}) as cell from raw)
     order by row_place, cell.place`,
  );
  await database.run(signal, 'drop table raw');
  await database.run(signal, 'alter table turned rename to raw');
  const [counted] = await database.rows<{ n: number }>(signal, 'select count(*) as n from raw');
  const named = [...kept.map((position) => headers[position] ?? ''), 'Date', 'Amount'];
  return { headers: uniqueHeaders(named, named.length), rows: counted?.n ?? 0, months: months.length };
}
