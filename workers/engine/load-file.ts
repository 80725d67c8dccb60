import type { Choices, Dialect } from '../../src/domain/choices';
import type { Problem } from '../../src/domain/outcome';
import { EngineError } from '../../src/engine/errors';
import { choiceOf, type SourceTable } from '../../src/engine/source-contract';
import { detectDialect, type DetectedDialect } from '../../src/ingest/detect-dialect';
import { skippedBytes } from '../../src/ingest/parse-delimited';
import { LONGEST_LINE, lookAtText } from '../readers/regular-text';
import { CLEAN, cleanText, type RaggedRow } from './clean-text';
import type { EngineDatabase } from './database';
import { raggedRowsTable, readCsv, sourceView } from './source-view';

const SAMPLE_BYTES = 256 << 10;
/** Every column is looked at on its own: with more of them a browser runs out of memory. */
const MOST_COLUMNS = 600;

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
 * UTF-8 text → `raw`, every column as text. Problems of the file are thrown as EngineErrors that name the line.
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
  if (!detected.ok) throw new EngineError(detected.error);
  const { dialect, columns } = detected.value;
  if (columns.length > MOST_COLUMNS) throw new EngineError(tooWide(file.name, columns.length));
  const evidence = [...table.evidence, ...detected.value.evidence];
  const plain = await plainCsv(signal, file, sample, detected.value, evidence, (done) =>
    onBytes(done, file.size),
  );
  onBytes(file.size, file.size);
  const id = crypto.randomUUID();
  const name = `in/source-${id}.csv`;
  const raggedName = `in/ragged-${id}.csv`;
  await database.registerFile(name, plain.text);
  await database.registerFile(raggedName, raggedText(plain.ragged));
  try {
    await database.run(
      signal,
      `create or replace table raw as ${readCsv(name, columns.length, plain.dialect, plain.lineEnd)}`,
    );
    await database.run(signal, raggedRowsTable(raggedName));
    await database.run(signal, sourceView(columns));
    const [counted] = await database.rows<{ n: number }>(signal, 'select count(*) as n from raw');
    const ragged = plain.ragged.length;
    const read = counted?.n ?? 0;
    if (read + ragged === 0) throw new EngineError(headerOnly(file.name));
    if (ragged > Math.max(1, read * MOST_RAGGED_SHARE))
      throw new EngineError(raggedFile(file.name, plain.ragged[0]?.line ?? null, ragged, columns.length));
    return { rows: read + ragged, headers: columns, dialect, encoding, evidence, ragged };
  } finally {
    await database.dropFile(name);
    await database.dropFile(raggedName);
  }
}

/** What a person said about how a table is cut. */
function saidDialect(choices: Choices, table: SourceTable): Partial<Dialect> {
  const said = choiceOf(choices, table);
  return { ...said?.dialect, ...(said?.header === undefined ? {} : { has_header: said.header }) };
}

/** The text as plain CSV: the file itself from its header on where it is that, else rewritten. */
async function plainCsv(
  signal: AbortSignal,
  file: File,
  sample: string,
  { dialect, columns, headerRows, sampleRows }: DetectedDialect,
  evidence: string[],
  onBytes: (done: number) => void,
): Promise<{ text: Blob; dialect: Dialect; lineEnd: '\n' | '\r\n'; ragged: RaggedRow[] }> {
  // Lines above the table are cut off the bytes: DuckDB's own `skip` loses a row where a title holds a line end.
  const text = file.slice(skippedBytes(sample, dialect.skip_lines));
  const isUsual = dialect.layout === 'delimited' && dialect.escape === dialect.quote && headerRows < 2;
  const width = columns.length;
  const look = isUsual
    ? await lookAtText(text, dialect.delimiter, dialect.quote, width, signal)
    : { regular: false, longLine: null, firstRecord: 0, lineEnd: '\n' as const };
  if (look.longLine !== null) throw new EngineError(longLine(file.name, look.longLine + dialect.skip_lines));
  if (look.regular) {
    // The header goes too: where it holds a quoted line end, DuckDB takes the whole file for it.
    const data = dialect.has_header ? text.slice(look.firstRecord) : text;
    return {
      text: data,
      dialect: { ...dialect, has_header: false, skip_lines: 0 },
      lineEnd: look.lineEnd,
      ragged: [],
    };
  }
  const layout = { width, headerRows, firstLine: dialect.skip_lines + 1, sampleRows };
  const clean = await cleanText(text, dialect, layout, signal, onBytes);
  if (clean.mended > 0)
    evidence.push(
      `${clean.mended} ${clean.mended === 1 ? 'row has' : 'rows have'} a separator too many or too few; their cells were put back in their columns (first in line ${clean.firstMended}).`,
    );
  return { text: clean.text, dialect: CLEAN, lineEnd: '\n', ragged: clean.ragged };
}

/** Cut at the last line end, so that no line and no character is seen in half. */
async function sampleOf(file: File): Promise<string> {
  const text = new TextDecoder().decode(await file.slice(0, SAMPLE_BYTES).arrayBuffer());
  if (file.size <= SAMPLE_BYTES) return text;
  return text.slice(0, text.lastIndexOf('\n') + 1 || text.length);
}

const raggedText = (rows: RaggedRow[]): Blob =>
  new Blob(rows.map(({ line, text }) => `${line},"${text.replaceAll('"', '""')}"\n`));

/** A file may have so many misshapen rows; with more of them the way it is cut into cells is wrong. */
const MOST_RAGGED_SHARE = 0.01;

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

const tooWide = (file: string, columns: number): Problem => ({
  code: 'too-many-columns',
  file,
  message: `${file} has ${columns} columns, more than the ${MOST_COLUMNS} that are read.`,
  next: 'Choose fewer columns for the export, or delete those that are not needed.',
});

const longLine = (file: string, line: number): Problem => ({
  code: 'line-too-long',
  file,
  line,
  message: `${file}: line ${line} is longer than ${LONGEST_LINE >> 20} MiB.`,
  next: 'A quote that is opened and not closed makes such a line: look for it there, or export the file again.',
});

const headerOnly = (file: string): Problem => ({
  code: 'header-only',
  file,
  line: 1,
  message: `${file} has a header but no rows below it.`,
  next: 'Check the period that was chosen for the export, and export it again.',
});
