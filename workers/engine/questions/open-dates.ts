import type { Choices } from '../../../src/domain/choices';
import type { DateReading } from '../../../src/domain/evidence';
import type { OpenQuestion } from '../../../src/domain/said/questions';
import type { MappingProposal } from '../../../src/domain/mapping';
import {
  swappedDatesQuestion,
  turnsOfYear,
  yearQuestion,
  yearsIn,
  type MonthBegins,
  type NamedYear,
  type Span,
} from '../../../src/ingest/dates/date-questions';
import { askedOnce } from '../evidence/asked-once';
import type { Database } from '../host/database';
import { dateExpression } from '../reading/date-expression';
import type { CountedColumns } from '../evidence/evidence';
import { cell, trimmed } from '../reading/reading';
import type { Shop } from '../shop';

/** A column whose real dates all have a day up to 12 while all of its texts have one above: so unlikely by chance, in logarithms, is asked. */
const UNLIKELY = 3;
const LOG_SMALL_DAY = Math.log(365 / 144);
const LOG_LARGE_DAY = Math.log(365 / 221);

interface Halves {
  real: number;
  texts: number;
  others: number;
}

/** What dates leave open that only a look at all rows tells: half-swapped columns, and years that no text names. */
export async function openDates(
  signal: AbortSignal,
  database: Database,
  shop: Pick<Shop, 'counted' | 'loaded' | 'file' | 'tables'>,
  proposal: MappingProposal,
  choices: Choices,
): Promise<{ dates: MappingProposal['dates']; asked: OpenQuestion[] }> {
  const { counted } = shop;
  const position = proposal.fields.find(({ field }) => field === 'date')?.position;
  const how = proposal.dates[position ?? -1];
  const column = counted.columns[position ?? -1];
  if (position === undefined || !how || !column) return { dates: proposal.dates, asked: [] };
  const asked: OpenQuestion[] = [];
  if (choices.swapped_dates === undefined) {
    const swapped = await halfSwapped(signal, database, counted, position, proposal);
    if (swapped) asked.push(swapped);
  }
  if (!how.year) return { dates: proposal.dates, asked };
  const turns = turnsOfYear(await monthsOf(signal, database, counted, position, proposal));
  const { first } = how.year;
  if (first === null) {
    const thisYear = new Date().getUTCFullYear();
    const last = turns.at(-1)?.years ?? 0;
    asked.push(
      yearQuestion(column.column, column.examples[0] ?? '', namedYears(shop, position), thisYear, last),
    );
    return { dates: proposal.dates, asked };
  }
  const year: DateReading['year'] = { first, turns: turns.map(({ row, years }) => [row, first + years]) };
  return { dates: { ...proposal.dates, [position]: { ...how, year } }, asked };
}

async function halfSwapped(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  position: number,
  { dates, layout }: MappingProposal,
): Promise<OpenQuestion | null> {
  const column = counted.columns[position]!;
  const how = dates[position]!;
  const isIso = (format: string) => format.startsWith('%Y-%m-%d');
  if (!how.formats.some(isIso) || !how.formats.some((format) => /^%[dm][-/. ]+%[dm]/.test(format)))
    return null;
  const text = trimmed(cell(position, { layout }));
  const iso = `regexp_full_match(text, '[0-9]{4}-[0-9]{2}-[0-9]{2}([ T].*)?')`;
  const part = (n: number) =>
    `try_cast(regexp_extract(text, '^([0-9]{1,2})[-/. ]+([0-9]{1,2})[-/. ]', ${n}) as integer)`;
  const [halves] = await askedOnce<Halves>(
    signal,
    database,
    counted,
    `select
      count(*) filter (${iso} and try_cast(substr(text, 9, 2) as integer) <= 12)::integer as real,
      count(*) filter (not ${iso} and greatest(${part(1)}, ${part(2)}) > 12)::integer as texts,
      count(*) filter (${iso} and try_cast(substr(text, 9, 2) as integer) > 12 or not ${iso} and greatest(${part(1)}, ${part(2)}) <= 12)::integer as others
    from (select ${text} as text from raw)`,
  );
  const { real = 0, texts = 0, others = 0 } = halves ?? {};
  if (others > 0 || real === 0 || texts === 0) return null;
  if (real * LOG_SMALL_DAY + texts * LOG_LARGE_DAY < UNLIKELY) return null;
  const spanBy = async (formats: string[]): Promise<Span> => {
    const day = dateExpression(position, { dates: { [position]: { ...how, formats } }, layout, zone: null });
    const [span] = await askedOnce<Span>(
      signal,
      database,
      counted,
      `select min(day)::date::varchar as "from", max(day)::date::varchar as "to" from (select ${day} as day from raw)`,
    );
    return span ?? { from: '', to: '' };
  };
  const kept = await spanBy(how.formats);
  const swapped = await spanBy(
    how.formats.map((format) => (isIso(format) ? format.replace('%m-%d', '%d-%m') : format)),
  );
  return swappedDatesQuestion(column.column, { real, texts, kept, swapped });
}

/** The rows, in the order of the file, from which on another month stands. */
async function monthsOf(
  signal: AbortSignal,
  database: Database,
  { months }: CountedColumns,
  position: number,
  { dates, layout }: MappingProposal,
): Promise<MonthBegins[]> {
  const how = dates[position]!;
  const undated = { ...how, year: { first: null, turns: [] } };
  const day = dateExpression(position, { dates: { [position]: undated }, layout, zone: null });
  const known = months.get(day);
  if (known) return known;
  const found = await database.rows<MonthBegins>(
    signal,
    `with dated as (select rowid as row, month(${day}) as month from raw),
    named as (select row, month, lag(month) over (order by row) as before from dated where month is not null)
    select row::integer as row, month::integer as month from named where before is null or before <> month order by row`,
  );
  months.set(day, found);
  return found;
}

/** Years that are named beside the dates, the nearest first. */
function namedYears(
  { counted, loaded, file, tables }: Pick<Shop, 'counted' | 'loaded' | 'file' | 'tables'>,
  position: number,
): NamedYear[] {
  const sheets = tables.flatMap(({ sheet }) => sheet ?? []);
  const headers = counted.columns
    .filter((column) => column.position !== position)
    .map(({ column }) => column);
  const of = (where: NamedYear['where'], texts: readonly string[]) =>
    texts.flatMap(yearsIn).map((year) => ({ year, where }));
  return [
    ...of('title', loaded.above),
    ...of('sheet', sheets),
    ...of('file', [file.name]),
    ...of('column', headers),
  ];
}
