import type { Choices } from '../../../src/domain/choices';
import type { SourceTable } from '../../../src/engine/source-contract';
import { fault } from '../../../src/domain/said/problems';
import { EngineFault } from '../../../src/engine/errors';
import type { Left } from '../../../src/ingest/tables/seen-tables';
import { leftBefore, saidRole } from '../../../src/ingest/tables/table-choices';
import { labelsOf, type TableShape } from '../../../src/ingest/tables/table-shape';
import type { EngineDatabase } from '../host/database';
import { countSample, type CountedColumns } from '../evidence/evidence';
import { loadFile, type LoadedFile } from './load-file';
import { quoteText } from '../sql/quote';
import { rawColumn } from '../reading/reading';
import { readTable } from './stack-tables';

/** A table that was read: its place in the import, and what is known of it. */
export interface ReadTable {
  index: number;
  loaded: LoadedFile;
  counted: CountedColumns;
}

export interface ReadTables {
  labels: string[];
  read: ReadTable[];
  left: Map<number, Left>;
  /** One table alone, which stands as `raw`. */
  isAlone: boolean;
}

/** Read every table that is not left out. A lone one becomes `raw`, several become `table_0`, `table_1` … */
export async function readTables(
  signal: AbortSignal,
  database: EngineDatabase,
  sources: readonly SourceTable[],
  choices: Choices,
  onBytes: (done: number, total: number) => void,
): Promise<ReadTables> {
  const labels = labelsOf(sources);
  const left: Map<number, Left> = leftBefore(sources, choices);
  const wanted = [...sources.entries()].filter(([index]) => !left.has(index));
  const total = wanted.reduce((sum, [, { text }]) => sum + text.size, 0);
  const read: ReadTable[] = [];
  let done = 0;
  for (const [index, source] of wanted) {
    try {
      const loaded = await loadFile(signal, database, source, choices, (bytes) =>
        onBytes(done + bytes, total),
      );
      const counted = await countSample(signal, database, loaded.headers, loaded.rows - loaded.ragged);
      if (wanted.length > 1) {
        await database.run(signal, `alter table raw rename to ${readTable(read.length)}`);
        await keepRagged(signal, database, labels[index]!, loaded.ragged);
      }
      read.push({ index, loaded, counted });
    } catch (error) {
      // A sheet or a member may be a note or a picture's caption; a file of its own is there to be read.
      const isInside = source.member !== null || source.sheet !== null;
      if (signal.aborted || !isInside || wanted.length === 1 || !(error instanceof EngineFault)) throw error;
      left.set(index, { why: 'unreadable', about: '', problem: error.fields });
    }
    done += source.text.size;
  }
  if (read.length === 0) throw nothingRead(sources);
  if (wanted.length > 1)
    await database.run(signal, 'create or replace table ragged_rows as from all_ragged_rows');
  return { labels, read, left, isAlone: wanted.length === 1 };
}

/** Rows that did not fit their header, of all tables, each with its file. */
async function keepRagged(
  signal: AbortSignal,
  database: EngineDatabase,
  label: string,
  rows: number,
): Promise<void> {
  await database.run(
    signal,
    'create table if not exists all_ragged_rows (line bigint, text varchar, file varchar)',
  );
  if (rows > 0)
    await database.run(
      signal,
      `insert into all_ragged_rows select line, text, ${quoteText(label)} from ragged_rows order by line`,
    );
}

/** What the tables look like, to find out what each is for. */
export async function shapesOf(
  signal: AbortSignal,
  database: EngineDatabase,
  sources: readonly SourceTable[],
  choices: Choices,
  { labels, read }: Pick<ReadTables, 'labels' | 'read'>,
): Promise<TableShape[]> {
  const shapes: TableShape[] = [];
  for (const [at, { index, loaded, counted }] of read.entries()) {
    const { name, member, sheet, hidden } = sources[index]!;
    const columns = loaded.headers.length;
    const rows = loaded.rows - loaded.ragged;
    const hasTwin = read.some(
      (other, i) => i !== at && other.loaded.headers.length === columns && other.loaded.rows === loaded.rows,
    );
    const content = hasTwin ? await contentOf(signal, database, at, columns) : `table ${at}`;
    const said = saidRole(choices, { name, member, sheet });
    const generation = (choices.newer ?? []).indexOf(name) + 1;
    const has_header = loaded.dialect.has_header;
    shapes.push({
      name,
      member,
      sheet,
      hidden,
      label: labels[index]!,
      rows,
      has_header,
      columns: counted.columns,
      content,
      generation,
      said,
    });
  }
  return shapes;
}

/** The same text for tables with the same rows, in whatever order. */
async function contentOf(
  signal: AbortSignal,
  database: EngineDatabase,
  at: number,
  columns: number,
): Promise<string> {
  const cells = Array.from({ length: columns }, (_, i) => `coalesce(${rawColumn(i)}, chr(30))`).join(', ');
  const [row] = await database.rows<{ content: string }>(
    signal,
    `select (count(*) || ' ' || sum(hash(${cells})::hugeint) || ' ' || bit_xor(hash(${cells}, 1))) as content from ${readTable(at)}`,
  );
  return `${columns} ${row?.content}`;
}

const nothingRead = (sources: readonly SourceTable[]): EngineFault =>
  new EngineFault(
    fault('nothing-read', { tables: sources.length }, sources[0] ? { file: sources[0].name } : {}),
  );
