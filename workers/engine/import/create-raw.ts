import type { Dialect } from '../../../src/domain/choices';
import type { RaggedRow } from './clean-text';
import type { EngineDatabase } from '../host/database';
import { raggedRowsTable, readCsv } from '../reading/source-view';

/** Plain CSV for DuckDB's reader: every setting is said, nothing is left to be guessed. */
export interface ReadableCsv {
  text: Blob;
  dialect: Dialect;
  lineEnd: '\n' | '\r\n';
  /** Rows that did not fit, with their lines. */
  ragged: RaggedRow[];
}

/** The tables `raw`, every column as text, and `ragged_rows`. */
export async function createRaw(
  signal: AbortSignal,
  database: EngineDatabase,
  { text, dialect, lineEnd, ragged }: ReadableCsv,
  columns: number,
): Promise<void> {
  const id = crypto.randomUUID();
  const name = `in/source-${id}.csv`;
  const raggedName = `in/ragged-${id}.csv`;
  await database.registerFile(name, text);
  await database.registerFile(raggedName, raggedText(ragged));
  try {
    await database.run(signal, `create or replace table raw as ${readCsv(name, columns, dialect, lineEnd)}`);
    await database.run(signal, raggedRowsTable(raggedName));
  } finally {
    await database.dropFile(name);
    await database.dropFile(raggedName);
  }
}

const raggedText = (rows: RaggedRow[]): Blob =>
  new Blob(rows.map(({ line, text }) => `${line},"${text.replaceAll('"', '""')}"\n`));
