import type { Choices, Dialect } from '../../../src/domain/choices';
import type { Evidence } from '../../../src/domain/said/evidence';
import { fault } from '../../../src/domain/said/problems';
import { EngineFault } from '../../../src/engine/errors';
import { choiceOf, type SourceTable } from '../../../src/engine/source-contract';
import { detectDialect, type DetectedDialect } from '../../../src/ingest/dialect/detect-dialect';
import { tooLarge } from '../../../src/ingest/engine-room';
import { monthTable, yearIn } from '../../../src/ingest/dates/month-columns';
import { skippedBytes } from '../../../src/ingest/dialect/parse-delimited';
import { severalTables } from '../../../src/ingest/dialect/several-tables';
import { LONGEST_LINE, lookAtText } from '../../readers/regular-text';
import { CLEAN, cleanText, type RaggedRow } from './clean-text';
import type { EngineDatabase } from '../host/database';
import { createRaw, type ReadableCsv } from './create-raw';
import { turnMonths } from './turn-months';
import { sourceView } from '../reading/source-view';

const SAMPLE_BYTES = 256 << 10;
const HEAD_BYTES = 1 << 20;
/** A title stands within so many characters. */
const TITLE_CHARACTERS = 4096;
/** Every column is looked at on its own: with more of them a browser runs out of memory. */
const MOST_COLUMNS = 600;

/** What came of reading a file: the table `raw`, its view `source`, and how it was cut into cells. */
export interface LoadedFile {
  rows: number;
  headers: string[];
  dialect: Dialect;
  encoding: string;
  evidence: Evidence[];
  /** The lines above the header. */
  above: string[];
  /** Rows that did not fit the header, with their text; set aside, never dropped silently. */
  ragged: number;
  /** Present where customers stood in rows and months in columns: the columns of months, and the amounts in them. */
  months: { columns: number; rows: number } | null;
  oddities: NonNullable<SourceTable['oddities']>;
}

type OnBytes = (done: number, total: number) => void;

/**
 * UTF-8 text → `raw`, every column as text. Problems of the file are thrown as EngineFaults that name the line.
 * The engine's own sniffer is never used: it guesses dates, drops rows and takes a ragged file for one column. The
 * engine is given plain CSV alone, as the file stands or rewritten, so that every reader would make the same cells.
 */
export async function loadFile(
  signal: AbortSignal,
  database: EngineDatabase,
  table: SourceTable,
  choices: Choices,
  onBytes: OnBytes,
): Promise<LoadedFile> {
  const { text: file, encoding } = table;
  const sample = await sampleOf(file);
  const detected = detectDialect(sample, file.name, { ...table.dialect, ...saidDialect(choices, table) });
  if (!detected.ok) throw new EngineFault(detected.error);
  const { dialect, columns } = detected.value;
  if (columns.length > MOST_COLUMNS) throw tooWide(file.name, columns.length);
  const large = tooLarge(file, detected.value.sampleRows, columns.length);
  if (large) throw new EngineFault(large);
  const evidence = [...table.evidence, ...detected.value.evidence];
  const cut = { text: file.slice(skippedBytes(sample, dialect.skip_lines)), dialect, width: columns.length };
  const plain =
    (await readAsItStands(signal, database, file.name, cut, detected.value.headerRows)) ??
    (await rewritten(signal, cut, detected.value, evidence, (done) => onBytes(done, file.size)));
  onBytes(file.size, file.size);
  if (!plain.isRead) await createRaw(signal, database, plain, columns.length);
  const table_of_months = monthTable(
    columns,
    detected.value.sampleRows,
    yearIn(
      table.sheet,
      file.name,
      sample.slice(0, TITLE_CHARACTERS).split('\n').slice(0, dialect.skip_lines).join(' '),
    ),
  );
  const turned = table_of_months ? await turnMonths(signal, database, columns, table_of_months) : null;
  const headers = turned?.headers ?? columns;
  await database.run(signal, sourceView(headers));
  const [counted] = await database.rows<{ n: number }>(signal, 'select count(*) as n from raw');
  const ragged = plain.ragged.length;
  const read = counted?.n ?? 0;
  if (read + ragged === 0) throw headerOnly(file.name, columns);
  const [first] = plain.ragged;
  const several =
    ragged > Math.max(1, read * FEW_RAGGED)
      ? severalTables(file.name, sample, first?.line ?? 0, dialect.delimiter)
      : null;
  if (several) throw new EngineFault(several);
  if (ragged > 0 && ragged >= read) throw raggedFile(file.name, first?.line ?? null, ragged, columns.length);
  const above = sample.split(/\r\n|\r|\n/, dialect.skip_lines);
  const months = turned && { columns: turned.months, rows: turned.rows };
  return {
    rows: read + ragged,
    headers,
    dialect,
    encoding,
    evidence,
    above,
    ragged,
    months,
    oddities: table.oddities ?? { hidden_rows: 0, unsolved: 0 },
  };
}

/** What a person said about how a table is cut. */
function saidDialect(choices: Choices, table: SourceTable): Partial<Dialect> {
  const said = choiceOf(choices, table);
  return { ...said?.dialect, ...(said?.header === undefined ? {} : { has_header: said.header }) };
}

/** A text from its header on, and how it is cut. */
interface Cut {
  text: Blob;
  dialect: Dialect;
  width: number;
}

/** CSV of which every reader makes the same cells, and whether it is in `raw` already. */
interface PlainCsv extends ReadableCsv {
  ragged: RaggedRow[];
  isRead: boolean;
}

/**
 * A file that begins as plain CSV is read as such while it is looked at to its end; where it is not plain to its end
 * the reading is given up, and null says that the text has to be rewritten.
 */
async function readAsItStands(
  signal: AbortSignal,
  database: EngineDatabase,
  name: string,
  { text, dialect, width }: Cut,
  headerRows: number,
): Promise<PlainCsv | null> {
  if (dialect.layout !== 'delimited' || dialect.escape !== dialect.quote || headerRows > 1) return null;
  const look = (part: Blob) => lookAtText(part, dialect.delimiter, dialect.quote, width, signal);
  const { regular, firstRecord, lineEnd } = await look(await wholeLines(text));
  // The header goes too: where it holds a quoted line end, DuckDB takes the whole file for it.
  const data = dialect.has_header ? text.slice(firstRecord) : text;
  const csv = { text: data, dialect: { ...dialect, has_header: false, skip_lines: 0 }, lineEnd, ragged: [] };
  const stop = new AbortController();
  const onAbort = () => stop.abort(signal.reason);
  signal.addEventListener('abort', onAbort);
  const reading = regular ? createRaw(stop.signal, database, csv, width) : Promise.resolve();
  // Its failure is of interest only where the file turns out to be plain; it is awaited in any case.
  reading.catch(() => undefined);
  try {
    const whole = await look(text);
    if (whole.longLine !== null) throw longLine(name, whole.longLine + dialect.skip_lines);
    if (!regular || !whole.regular || whole.lineEnd !== lineEnd) return null;
    await reading;
    return { ...csv, isRead: true };
  } finally {
    stop.abort();
    await reading.catch(() => undefined);
    signal.removeEventListener('abort', onAbort);
  }
}

async function rewritten(
  signal: AbortSignal,
  { text, dialect, width }: Cut,
  { headerRows, sampleRows }: DetectedDialect,
  evidence: Evidence[],
  onBytes: (done: number) => void,
): Promise<PlainCsv> {
  const layout = { width, headerRows, firstLine: dialect.skip_lines + 1, sampleRows };
  const clean = await cleanText(text, dialect, layout, signal, onBytes);
  if (clean.mended > 0)
    evidence.push({
      id: 'rows-mended',
      values: { rows: clean.mended, first_line: clean.firstMended },
    });
  return { text: clean.text, dialect: CLEAN, lineEnd: '\n', ragged: clean.ragged, isRead: false };
}

/** The first megabyte, up to its last line end. */
async function wholeLines(text: Blob): Promise<Blob> {
  if (text.size <= HEAD_BYTES) return text;
  const head = new Uint8Array(await text.slice(0, HEAD_BYTES).arrayBuffer());
  return text.slice(0, head.lastIndexOf(10) + 1);
}

/** Cut at the last line end, so that no line and no character is seen in half. */
async function sampleOf(file: File): Promise<string> {
  const text = new TextDecoder().decode(await file.slice(0, SAMPLE_BYTES).arrayBuffer());
  if (file.size <= SAMPLE_BYTES) return text;
  return text.slice(0, text.lastIndexOf('\n') + 1 || text.length);
}

/** Where more rows are misshapen, the first of them may begin another table. */
const FEW_RAGGED = 0.01;

function raggedFile(name: string, line: number | null, rows: number, columns: number): EngineFault {
  const place = { code: 'ragged-row', file: name, column: String(columns + 1) };
  return new EngineFault(
    fault('ragged-file', { name, line, rows, columns }, line === null ? place : { ...place, line }),
  );
}

const tooWide = (name: string, columns: number): EngineFault =>
  new EngineFault(fault('too-many-columns', { name, columns, most: MOST_COLUMNS }, { file: name }));

const longLine = (name: string, line: number): EngineFault =>
  new EngineFault(fault('line-too-long', { name, line, most_mib: LONGEST_LINE >> 20 }, { file: name, line }));

const headerOnly = (name: string, columns: string[]): EngineFault =>
  new EngineFault(fault('header-only', { name, columns }, { file: name, line: 1 }));
