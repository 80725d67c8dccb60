import { severalTables } from './several-tables';
import type { Dialect } from '../../domain/choices';
import { fail, ok, type Outcome, type Problem } from '../../domain/outcome';
import { rankDialects, type Candidate } from './dialect-candidates';
import { headerRows } from './header-rows';
import { judgeHeader, uniqueHeaders } from './headers';
import { cellType } from './cell-types';
import { monthsAmong } from '../dates/month-columns';
import { mendedHeader } from './mend-header';
import { learnShapes, mendRow } from './mend-row';
import { parseDelimited, parseTolerantly, type ParsedText } from './parse-delimited';
import { findTable, type TableInText } from './table-in-text';

export interface DetectedDialect {
  dialect: Dialect;
  /** Unique column names: the file's headers, or `column_1` … where it has none. */
  columns: string[];
  /** Rows below the header as they stand in the sample, at most a thousand. */
  sampleRows: string[][];
  /** Line of the file, counted from 1, on which the first data row starts. */
  firstRowLine: number;
  evidence: string[];
  /** Rows that the header takes, 0 where there is none. */
  headerRows: number;
}

const SHOWN_ROWS = 1000;
const DELIMITER_NAMES: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};
const nameOf = (delimiter: string) => DELIMITER_NAMES[delimiter] ?? `"${delimiter}"`;

const notATable = (name: string, why: string, next: string): Outcome<never> =>
  fail({ code: 'not-a-table', file: name, message: `${name} is not a table: ${why}.`, next });

/** `sep=;` on the first line: Excel's own way to name the delimiter. */
function sepLine(text: string): string | null {
  return /^\ufeff?"?sep=([^\r\n"])"?\s*(\r|\n|$)/i.exec(text)?.[1] ?? null;
}

/** The last row of a sample may be cut off: it is left out where enough others remain. */
function withoutCutRow(parsed: ParsedText, sample: string): ParsedText {
  const isWhole = /[\r\n]$/.test(sample) && parsed.rows.length < 2;
  const endsWithLine = /[\r\n]$/.test(sample);
  if (isWhole || (endsWithLine && sample.length < 100_000)) return parsed;
  if (parsed.rows.length < 20 && sample.length < 500_000) return parsed;
  return { rows: parsed.rows.slice(0, -1), lines: parsed.lines.slice(0, -1) };
}

function raggedRow(name: string, table: TableInText, candidate: Candidate): Problem {
  const { line, found } = table.over as { line: number; found: number };
  return {
    code: 'ragged-row',
    file: name,
    line,
    message: `${name}, line ${line}: ${found} cells where ${table.width} were expected (columns are separated by ${nameOf(candidate.dialect.delimiter)}).`,
    next: `Look at line ${line}: a text with ${nameOf(candidate.dialect.delimiter)} in it has to stand in quotes. Correct it or export the file again.`,
  };
}

/** A sample with rows too wide, cut as tolerantly as the whole file will be; `broken` of them still do not fit and are left out. */
interface MendedSample {
  candidate: Candidate;
  parsed: ParsedText;
  table: TableInText;
  broken: number;
}

/** Null where most rows do not fit. */
function mendedSample(
  sample: string,
  candidate: Candidate,
  { width }: TableInText,
  fixedStart: boolean,
): MendedSample | null {
  const { dialect } = candidate;
  const parsed = withoutCutRow(parseTolerantly(sample, dialect, width), sample);
  const known = learnShapes(parsed.rows, width);
  const mended = parsed.rows.map((row) => (row.length > width ? mendRow(row, width, known) : row));
  const rows = mended.filter((row) => row !== null);
  const lines = parsed.lines.filter((_, at) => mended[at] !== null);
  const broken = mended.length - rows.length;
  if (broken > 0 && (2 * broken >= mended.length - 1 || candidate.consistency < 0.5)) return null;
  const table = findTable({ rows, lines }, fixedStart);
  return table.over === null ? { candidate, parsed: { rows, lines }, table, broken } : null;
}

/** One column: no delimiter is in the text, or none that is there repeats. */
function singleColumn(sample: string, skip_lines: number, quote: string): Candidate {
  const dialect: Dialect = {
    layout: 'delimited',
    delimiter: ',',
    quote,
    escape: quote,
    has_header: true,
    skip_lines,
  };
  return { dialect, parsed: parseDelimited(sample, dialect), width: 1, consistency: 1, score: 0 };
}

/**
 * How a text is cut into cells, from a sample of its start. Consistency over all rows of the sample decides, not
 * the first line. `wanted` overrides parts of the answer. Problems: `empty-file`, `header-only`, `ragged-row`
 * (with the line), `not-a-table`.
 */
export function detectDialect(
  sample: string,
  name: string,
  wanted: Partial<Dialect> = {},
): Outcome<DetectedDialect> {
  if (sample.replace(/[\s\ufeff\0]/g, '') === '')
    return fail({
      code: 'empty-file',
      file: name,
      message: `${name} is empty: it has no text.`,
      next: 'Export it again from the shop and check that the file has rows.',
    });
  const evidence: string[] = [];
  const separator = sepLine(sample);
  if (separator !== null)
    evidence.push(`The first line says that columns are separated by ${nameOf(separator)}.`);
  const skip = wanted.skip_lines ?? (separator === null ? 0 : 1);
  const narrowed = separator === null ? wanted : { delimiter: separator, ...wanted };

  const ranked = rankDialects(sample, skip, narrowed);
  let ragged: Problem | null = null;
  let mended: MendedSample | null = null;
  for (const candidate of ranked) {
    if (candidate.width < 2 && narrowed.delimiter === undefined) continue;
    if (ragged && candidate.score < 0.5 * (ranked[0]?.score ?? 0)) break;
    const parsed = withoutCutRow(parseDelimited(sample, candidate.dialect), sample);
    const table = findTable(parsed, wanted.skip_lines !== undefined);
    if (table.over === null) return describe(candidate, parsed, table, name, wanted, evidence);
    const several = severalTables(name, sample, table.over.line, candidate.dialect.delimiter);
    ragged ??= several ?? raggedRow(name, table, candidate);
    const found = mendedSample(sample, candidate, table, wanted.skip_lines !== undefined);
    if (found && (found.broken === 0 || !several) && found.broken < (mended?.broken ?? Infinity))
      mended = found;
  }
  if (mended) return describe(mended.candidate, mended.parsed, mended.table, name, wanted, evidence);
  if (ragged) return fail(ragged);

  const single = singleColumn(sample, skip, wanted.quote ?? '"');
  const irregular = single.parsed.rows.some((row) => row.length > 1);
  if (irregular || ranked.some((candidate) => candidate.width > 1))
    return notATable(
      name,
      'its lines have no columns in common',
      'Export the orders as .csv or .xlsx and drop that.',
    );
  evidence.push('No separator repeats on the lines: the file has one column.');
  return describe(single, single.parsed, findTable(single.parsed, true), name, wanted, evidence);
}

function describe(
  candidate: Candidate,
  parsed: ParsedText,
  table: TableInText,
  name: string,
  wanted: Partial<Dialect>,
  evidence: string[],
): Outcome<DetectedDialect> {
  const rows = parsed.rows.slice(table.start);
  const lines = parsed.lines.slice(table.start);
  const { layout, delimiter } = candidate.dialect;
  if (table.width > 1)
    evidence.push(
      `${layout === 'blank_aligned' ? 'Columns are aligned with blanks' : `Columns are separated by ${nameOf(delimiter)}`}: ` +
        `${rows.length - table.short} of ${rows.length} sample rows have ${table.width} cells.`,
    );
  if (table.start > 0) evidence.push(`${table.start} lines above the table are left out.`);
  if (table.short > 0)
    evidence.push(
      `${table.short} sample rows have fewer cells; the missing ones at their end count as empty.`,
    );
  if (table.trailing > 0)
    evidence.push(
      `${table.trailing} sample rows have empty cells beyond the last column; a row that is shifted shows as unreadable later.`,
    );

  if (table.shifted) rows[0] = (rows[0] ?? []).slice(1);
  const first = rows[0] ?? [];
  const header = headerRows(rows, parsed.rows[table.start - 1], table.width);
  const isOfMonths = monthsAmong(first, null) >= 3 && cellType(first[0] ?? '') === 'text';
  const verdict =
    wanted.has_header === undefined
      ? isOfMonths
        ? { hasHeader: true, evidence: 'The first row names months.' }
        : judgeHeader(first, rows.slice(header.count, 200 + header.count))
      : {
          hasHeader: wanted.has_header,
          evidence: `It was said that the first row ${wanted.has_header ? 'holds' : 'does not hold'} names.`,
        };
  evidence.push(verdict.evidence);
  const taken = verdict.hasHeader ? header.count : 0;
  if (taken > 1) evidence.push(`The names of the columns stand in ${taken} rows.`);
  const data = rows.slice(taken);
  const mended = taken > 0 && !table.shifted ? mendedHeader(header.names, data, table.width) : null;
  if (mended)
    evidence.push(
      mended.unnamed === null
        ? 'The header is one name short: two names stand in one cell.'
        : `The header is one name short: column ${mended.unnamed + 1} has none, by the values below the names.`,
    );
  const columns = uniqueHeaders(verdict.hasHeader ? (mended?.names ?? header.names) : [], table.width);
  if (data.length === 0)
    return fail({
      code: 'header-only',
      file: name,
      line: lines[0] ?? 1,
      message: `${name} has column names (${columns.slice(0, 5).join(', ')}${columns.length > 5 ? ' …' : ''}) but no rows below them.`,
      next: 'Export it again with a longer period and drop the new file.',
    });
  const skip_lines = table.start === 0 ? candidate.dialect.skip_lines : (lines[0] ?? 1) - 1;
  return ok({
    dialect: { ...candidate.dialect, ...wanted, has_header: verdict.hasHeader, skip_lines },
    columns,
    sampleRows: data.slice(0, SHOWN_ROWS),
    firstRowLine: lines[taken] ?? 1,
    headerRows: taken,
    evidence,
  });
}
