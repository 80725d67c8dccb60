import path from 'node:path';
import type { Choices, FileChoice } from '../../src/domain/choices';
import type { Evidence } from '../../src/domain/said/evidence';
import { EngineError } from '../../src/engine/errors';
import type { ReadTable } from '../../src/engine/source-contract';
import { loadFile } from '../../workers/engine/import/load-file';
import type { EngineDatabase } from '../../workers/engine/host/database';
import { openSource } from '../../workers/readers/open-source';
import { readOldWorkbook } from '../../workers/readers/old-workbook';
import { problemOf as told } from '../../src/i18n/say';
import { inWords } from '../helpers/told';
import { bytesOf } from './entries';

/** A table as it stands before any mapping: what the engine has in `raw`, and its headers. */
export interface Cells {
  table: ReadTable;
  headers: string[];
  rows: string[][];
  ragged: number;
  evidence: Evidence[];
}

/** What becomes of a file: its tables, or the code and sentence of a refusal. */
export type Reading =
  { tables: ReadTable[]; problem: null } | { tables: null; problem: { code: string; message: string } };

const never = new AbortController().signal;

/** A file of the corpora through the reader that the page's worker runs. */
export async function readEntry(file: string, said: Partial<FileChoice> = {}): Promise<Reading> {
  const opened = await openSource(new Blob([bytesOf(file)]), path.basename(file), said, readOldWorkbook);
  return opened.ok ? { tables: opened.value, problem: null } : { tables: null, problem: told(opened.error) };
}

/** One of its tables as the engine reads it, by the same statements as in the page; a problem is thrown. */
export async function cellsOf(
  database: EngineDatabase,
  file: string,
  table: ReadTable,
  said: Partial<FileChoice> = {},
): Promise<Cells> {
  const name = path.basename(file);
  const choices: Choices = { files: [{ ...said, name }] };
  const text = new File([table.text], name);
  const source = { ...table, file: text, name, text };
  const loaded = await inWords(() => loadFile(never, database, source, choices, () => undefined));
  const raw = await database.rows<Record<string, string | null>>(never, 'select * from raw');
  const rows = raw.map((row) => loaded.headers.map((_, at) => row[`c${at}`] ?? ''));
  return {
    table,
    headers: loaded.headers,
    rows,
    ragged: loaded.ragged,
    evidence: loaded.evidence,
  };
}

export const problemOf = (error: unknown): { code: string; message: string } => {
  if (error instanceof EngineError) return error.fields();
  throw error;
};
