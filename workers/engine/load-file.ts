import type { Choices, Dialect } from '../../src/domain/choices';
import type { Problem } from '../../src/domain/outcome';
import { EngineError } from '../../src/engine/errors';
import { choiceOf, type SourceTable } from '../../src/engine/source-contract';
import { detectDialect } from '../../src/ingest/detect-dialect';
import { skippedBytes } from '../../src/ingest/parse-delimited';
import {
  sniffFormat,
  unreadableFormat,
  type SniffedFormat,
  type TextEncoding,
} from '../../src/ingest/sniff-format';
import { inflateHead, toUtf8Blob } from '../readers/text';
import type { EngineDatabase } from './database';
import { readCsv, sourceView } from './source-view';

const HEAD_BYTES = 1 << 20;
const SAMPLE_BYTES = 256 << 10;

/** What came of reading a file: the table `raw`, its view `source`, and how it was cut into cells. */
export interface LoadedFile {
  rows: number;
  headers: string[];
  dialect: Dialect;
  encoding: string;
  evidence: string[];
  /** Rows that did not fit the header, with their text; set aside, never dropped silently. */
  ragged: number;
}

type OnBytes = (done: number, total: number) => void;

/**
 * Bytes → `raw`, every column as text. Problems of the file are thrown as EngineErrors that name the line.
 * The engine's own sniffer is never used: it guesses dates, drops rows and takes a ragged file for one column.
 */
export async function loadFile(
  signal: AbortSignal,
  database: EngineDatabase,
  table: SourceTable,
  choices: Choices,
  onBytes: OnBytes,
): Promise<LoadedFile> {
  const { text: file } = table;
  const wanted = { ...table.dialect, ...saidDialect(choices, table) };
  const outer = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const gzip = sniffFormat(outer, file.name).format === 'gzip';
  const head = gzip ? await inflateHead(file, HEAD_BYTES) : outer;
  const sniffed = { ...sniffFormat(head, file.name), gzip, head };
  if (sniffed.format !== 'text') throw new EngineError(unreadableFormat(sniffed.format, file.name));
  try {
    return await loadAs(signal, database, file, sniffed, wanted, onBytes);
  } catch (error) {
    const isNotUtf8 = /utf-?8|unicode|encoded/i.test(String(error)) && sniffed.encoding === 'utf-8';
    if (!isNotUtf8 || signal.aborted) throw error;
    // The first megabyte was UTF-8 and a later byte is not: the whole file is read as Windows-1252.
    const western = { ...sniffed, encoding: 'windows-1252' as const };
    return await loadAs(signal, database, file, western, wanted, onBytes);
  }
}

async function loadAs(
  signal: AbortSignal,
  database: EngineDatabase,
  file: File,
  sniffed: SniffedFormat & { gzip: boolean; head: Uint8Array },
  wanted: Partial<Dialect>,
  onBytes: OnBytes,
): Promise<LoadedFile> {
  const { gzip, encoding = 'utf-8', bomBytes = 0 } = sniffed;
  const sample = sampleOf(sniffed.head, encoding, bomBytes, sniffed.head.length < HEAD_BYTES);
  const detected = detectDialect(sample, file.name, wanted);
  if (!detected.ok) throw new EngineError(detected.error);
  const { dialect, columns, evidence } = detected.value;
  const blankAligned = dialect.layout === 'blank_aligned';
  const format = { gzip, encoding, bomBytes, blankAligned };
  const text = await toUtf8Blob(file, format, signal, (done) => onBytes(done, file.size));
  // Lines above the table are cut off the bytes: DuckDB's own `skip` loses a row where a title holds a line end.
  const above = blankAligned ? 0 : skippedBytes(sample, dialect.skip_lines);
  const table = above > 0 ? text.slice(above) : text;
  const cut = blankAligned ? dialect : { ...dialect, skip_lines: 0 };
  const name = `in/source-${crypto.randomUUID()}.csv`;
  await database.registerFile(name, table);
  try {
    const ragged = await createRaw(signal, database, name, file.name, columns.length, cut);
    await database.run(signal, sourceView(columns));
    const [counted] = await database.rows<{ n: number }>(signal, 'select count(*) as n from raw');
    const rows = (counted?.n ?? 0) + ragged;
    if (rows === 0) throw new EngineError(headerOnly(file.name));
    return {
      rows,
      headers: columns,
      dialect,
      encoding,
      evidence: [sniffed.evidence, ...evidence],
      ragged,
    };
  } finally {
    await database.dropFile(name);
  }
}

/** What a person said about how a table is cut. */
function saidDialect(choices: Choices, table: SourceTable): Partial<Dialect> {
  const said = choiceOf(choices, table);
  return { ...said?.dialect, ...(said?.header === undefined ? {} : { has_header: said.header }) };
}

/** Cut at the last line end, so that no line and no character is seen in half. */
function sampleOf(head: Uint8Array, encoding: TextEncoding, bomBytes: number, isWhole: boolean): string {
  const text = new TextDecoder(encoding).decode(head.subarray(bomBytes, Math.min(head.length, SAMPLE_BYTES)));
  if (isWhole && head.length <= SAMPLE_BYTES) return text;
  return text.slice(0, text.lastIndexOf('\n') + 1 || text.length);
}

/** A file may have so many misshapen rows; with more of them the way it is cut into cells is wrong. */
const MOST_RAGGED_SHARE = 0.01;

async function createRaw(
  signal: AbortSignal,
  database: EngineDatabase,
  path: string,
  fileName: string,
  columns: number,
  dialect: Dialect,
): Promise<number> {
  try {
    await database.run(signal, `create or replace table raw as ${readCsv(path, columns, dialect, '')}`);
    await database.run(
      signal,
      'create or replace table ragged_rows (line bigint, text varchar, reason varchar)',
    );
    return 0;
  } catch (error) {
    if (signal.aborted || !/Line:|CSV Error/i.test(String(error)) || /unicode|utf/i.test(String(error)))
      throw error;
  }
  const lenient = `, store_rejects = true, rejects_limit = 0`;
  await database.run(signal, `create or replace table raw as ${readCsv(path, columns, dialect, lenient)}`);
  await database.run(
    signal,
    `create or replace table ragged_rows as
     select line, any_value(csv_line) as text, any_value(error_message) as reason
     from reject_errors group by line order by line`,
  );
  const [found] = await database.rows<{
    ragged: number;
    line: number | null;
    rows: number;
    text: string | null;
  }>(
    signal,
    `select count(*) as ragged, min(line) as line, arg_min(text, line) as text,
     (select count(*) from raw) as rows from ragged_rows`,
  );
  const ragged = found?.ragged ?? 0;
  if (ragged > Math.max(1, (found?.rows ?? 0) * MOST_RAGGED_SHARE)) {
    throw new EngineError(raggedFile(fileName, found?.line ?? null, ragged, columns));
  }
  return ragged;
}

function raggedFile(file: string, line: number | null, rows: number, columns: number): Problem {
  return {
    code: 'ragged-row',
    file,
    ...(line === null ? {} : { line }),
    column: String(columns + 1),
    message: `${file}: ${rows} lines do not have the ${columns} cells of the first line${line === null ? '' : `; line ${line} is the first`}.`,
    next: 'Open the file in a spreadsheet, see whether that line has a stray separator or quote, and save it as CSV again.',
  };
}

const headerOnly = (file: string): Problem => ({
  code: 'header-only',
  file,
  line: 1,
  message: `${file} has a header but no rows below it.`,
  next: 'Check the period that was chosen for the export, and export it again.',
});
