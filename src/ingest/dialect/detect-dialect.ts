import { severalTables } from './several-tables';
import type { Dialect } from '../../domain/choices';
import { fail, ok, type Outcome } from '../../domain/outcome';
import type { Evidence } from '../../domain/said/evidence';
import { fault, type Fault } from '../../domain/said/problems';
import { rankDialects, type Candidate } from './dialect-candidates';
import { headerRows } from './header-rows';
import { judgeHeader, uniqueHeaders, type HeaderVerdict } from './headers';
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
  evidence: Evidence[];
  /** Rows that the header takes, 0 where there is none. */
  headerRows: number;
}

const SHOWN_ROWS = 1000;

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

function raggedRow(name: string, table: TableInText, candidate: Candidate): Fault {
  const { line, found } = table.over as { line: number; found: number };
  const { delimiter } = candidate.dialect;
  return fault('ragged-row', { name, line, found, columns: table.width, delimiter }, { file: name, line });
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
): Outcome<DetectedDialect, Fault> {
  if (sample.replace(/[\s\ufeff\0]/g, '') === '')
    return fail(fault('empty-file', { name, without: 'text' }, { file: name }));
  const evidence: Evidence[] = [];
  const separator = sepLine(sample);
  if (separator !== null) evidence.push({ id: 'separator-named', values: { delimiter: separator } });
  const skip = wanted.skip_lines ?? (separator === null ? 0 : 1);
  const narrowed = separator === null ? wanted : { delimiter: separator, ...wanted };

  const ranked = rankDialects(sample, skip, narrowed);
  let ragged: Fault | null = null;
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
    return fail(fault('not-a-table', { name }, { file: name }));
  evidence.push({ id: 'one-column', values: {} });
  return describe(single, single.parsed, findTable(single.parsed, true), name, wanted, evidence);
}

function describe(
  candidate: Candidate,
  parsed: ParsedText,
  table: TableInText,
  name: string,
  wanted: Partial<Dialect>,
  evidence: Evidence[],
): Outcome<DetectedDialect, Fault> {
  const rows = parsed.rows.slice(table.start);
  const lines = parsed.lines.slice(table.start);
  const { layout, delimiter } = candidate.dialect;
  if (table.width > 1)
    evidence.push({
      id: 'separated',
      values: {
        delimiter: layout === 'blank_aligned' ? null : delimiter,
        rows: rows.length - table.short,
        of: rows.length,
        columns: table.width,
      },
    });
  if (table.start > 0) evidence.push({ id: 'lines-above', values: { lines: table.start } });
  if (table.short > 0) evidence.push({ id: 'rows-short', values: { rows: table.short } });
  if (table.trailing > 0) evidence.push({ id: 'rows-long', values: { rows: table.trailing } });

  if (table.shifted) rows[0] = (rows[0] ?? []).slice(1);
  const first = rows[0] ?? [];
  const header = headerRows(rows, parsed.rows[table.start - 1], table.width);
  const isOfMonths = monthsAmong(first, null) >= 3 && cellType(first[0] ?? '') === 'text';
  const verdict: HeaderVerdict =
    wanted.has_header === undefined
      ? isOfMonths
        ? { hasHeader: true, evidence: { id: 'header-of-months', values: {} } }
        : judgeHeader(first, rows.slice(header.count, 200 + header.count))
      : {
          hasHeader: wanted.has_header,
          evidence: { id: 'header-said', values: { has_header: wanted.has_header } },
        };
  evidence.push(verdict.evidence);
  const taken = verdict.hasHeader ? header.count : 0;
  if (taken > 1) evidence.push({ id: 'header-rows', values: { rows: taken } });
  const data = rows.slice(taken);
  const mended = taken > 0 && !table.shifted ? mendedHeader(header.names, data, table.width) : null;
  if (mended)
    evidence.push({
      id: 'header-short',
      values: { unnamed: mended.unnamed === null ? null : mended.unnamed + 1 },
    });
  const columns = uniqueHeaders(verdict.hasHeader ? (mended?.names ?? header.names) : [], table.width);
  if (data.length === 0)
    return fail(fault('header-only', { name, columns }, { file: name, line: lines[0] ?? 1 }));
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
