import type { EngineDatabase } from '../../workers/engine/host/database';
import {
  differsFromClean,
  differsFromHash,
  differsFromObjects,
  differsFromParquet,
  differsFromSheet,
} from './compare';
import { differsFromRead, wholeReads } from './compare-sql';
import { corpusOf, type Entry } from './entries';
import { cellsOf, problemOf, readEntry, type Cells } from './read-entry';

/**
 * What came of a file. `agree`: all that the corpus says about its rows, columns or cells is so; `read`: a table, of which the
 * corpus says nothing that can be compared; `refused`: a sentence says why.
 */
export interface Verdict {
  file: string;
  kind: 'agree' | 'differ' | 'read' | 'refused';
  /** The difference, or the code of the refusal. */
  why: string;
  message: string;
  milliseconds: number;
}

/** Whether the corpus says something about a file's cells, so that refusing it is a difference. */
export function wasExpected(entry: Entry): boolean {
  const { expected } = entry;
  if (corpusOf(entry) === 'duckdb') return wholeReads(entry).length > 0;
  return expected?.rows !== undefined || expected?.sheets !== undefined || expected?.objects !== undefined;
}

/** Opens the encrypted workbooks of the corpora, as their tests do. */
const PASSWORDS: Record<string, string> = {
  'excelize/encryptSHA1.xlsx': 'password',
  'excelize/encryptSHA512.xlsx': 'password',
};

type Finding = { kind: Verdict['kind']; why: string; message?: string };
const finding = (difference: string | null): Finding =>
  difference === null ? { kind: 'agree', why: '' } : { kind: 'differ', why: difference };

export async function verdictOn(database: EngineDatabase, entry: Entry): Promise<Verdict> {
  const started = performance.now();
  let found: Finding;
  try {
    found = await look(database, entry);
  } catch (error) {
    const { code, message } = problemOf(error);
    found = saysSo(entry, code) ? finding(null) : { kind: 'refused', why: code, message };
  }
  return { file: entry.file, message: '', ...found, milliseconds: performance.now() - started };
}

/** A sentence that says what the corpus says: nothing in it, or names without rows. */
function saysSo({ expected }: Entry, code: string): boolean {
  const isEmpty =
    expected?.sheets?.every(({ non_empty_cells }) => non_empty_cells === 0) || expected?.rows === 0;
  if (code === 'empty-file') return isEmpty === true;
  return code === 'header-only' && (expected?.cells_sha256 ? expected.rows === 1 : expected?.rows === 0);
}

async function look(database: EngineDatabase, entry: Entry): Promise<Finding> {
  const password = PASSWORDS[entry.file];
  const reading = await readEntry(entry.file, password === undefined ? {} : { password });
  if (reading.problem) {
    if (saysSo(entry, reading.problem.code)) return finding(null);
    return { kind: 'refused', why: reading.problem.code, message: reading.problem.message };
  }
  const { tables } = reading;
  const { expected } = entry;
  if (expected?.sheets) {
    for (const sheet of expected.sheets) {
      const table = tables.find((one) => one.sheet === sheet.name);
      const difference = differsFromSheet(sheet, table, (await table?.text.text()) ?? '');
      if (difference) return finding(`${sheet.name}: ${difference}`);
    }
    return finding(null);
  }
  const [table] = tables;
  if (!table) throw new Error('a reading without tables');
  const cells = (said = {}) => cellsOf(database, entry.file, table, { dialect: said });
  if (corpusOf(entry) === 'duckdb') return lookAtReads(entry, cells);
  const read = await cells();
  if (expected?.objects) return finding(differsFromObjects(entry, read));
  if (expected?.top_level_columns) return finding(differsFromParquet(entry, read.headers, read.rows.length));
  if (corpusOf(entry) === 'pollock') return finding(differsFromClean(entry, read));
  if (expected?.cells_sha256) return finding(differsFromHash(entry, read));
  return { kind: 'read', why: '' };
}

async function lookAtReads(entry: Entry, cells: (said?: object) => Promise<Cells>): Promise<Finding> {
  const reads = wholeReads(entry);
  const found = [] as string[];
  for (const read of reads) {
    const { headers, rows } = await cells(read.said);
    const difference = differsFromRead(read, headers, rows);
    if (difference === null) return finding(null);
    found.push(difference);
  }
  if (found[0] !== undefined) return finding(found[0]);
  await cells();
  return { kind: 'read', why: '' };
}
