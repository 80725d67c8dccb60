import type { Choices } from '../../../src/domain/choices';
import type { Evidence } from '../../../src/domain/said/evidence';
import type { OpenQuestion } from '../../../src/domain/said/questions';
import type { TableSeen } from '../../../src/domain/tables';
import { choiceOf, type SourceTable } from '../../../src/engine/source-contract';
import { joinedColumns, placesOf } from '../../../src/ingest/tables/joined-columns';
import { keyPairs } from '../../../src/ingest/tables/key-pairs';
import { proposeLinks, type RefundSigns } from '../../../src/ingest/tables/propose-links';
import { refundFields } from '../../../src/ingest/tables/refund-fields';
import { looksLikeRefunds } from '../../../src/ingest/tables/refund-words';
import { seenTables, whichSales, type Left, type SizedTable } from '../../../src/ingest/tables/seen-tables';
import { stackParts } from '../../../src/ingest/tables/stack-parts';
import type { TableShape, Unit } from '../../../src/ingest/tables/table-shape';
import type { EngineDatabase } from '../host/database';
import { countSample, type CountedColumns } from '../evidence/evidence';
import { asideStatements, goneRows, joinStatements, setAside } from './join-tables';
import type { LoadedFile } from './load-file';
import { readTables, shapesOf, type ReadTables } from './read-tables';
import { refundSource } from '../build/refund-rows';
import { fieldsOf, openRefunds, type RefundList } from './refund-list';
import { sourceView } from '../reading/source-view';
import { joinedRows, keepSources, OUTSIDE } from './source-tables';
import { generationsOf, overlapStatements, rowContents, type Generation } from './generations';
import { readTable, stackTables } from './stack-tables';
import { countPairs, unitTable } from './table-keys';

/** What came of the tables of an import: `raw`, one row a line or an order, and the list of refunds beside it. */
export interface OpenedTables {
  loaded: LoadedFile;
  counted: CountedColumns;
  tables: TableSeen[];
  refunds: RefundList | null;
  questions: OpenQuestion[];
  /** Rows of `raw` by the import that brought them; empty where there was one. */
  generations: Generation[];
  /** For each table of the import where its columns stand in `raw`, -1 for nowhere; null where a lone table is `raw`. */
  places: ReadonlyMap<number, number[]> | null;
}

/** Read every table, find out what each is for, and join them into one. One table alone is read as it stands. */
export async function openTables(
  signal: AbortSignal,
  database: EngineDatabase,
  sources: readonly SourceTable[],
  choices: Choices,
  onBytes: (done: number, total: number) => void,
): Promise<OpenedTables> {
  for (const sql of OUTSIDE) await database.run(signal, sql);
  const tables = await readTables(signal, database, sources, choices, onBytes);
  for (const { index } of tables.read) {
    const forgotten = choiceOf(choices, sources[index]!)?.forgotten ?? 0;
    if (forgotten > 0) await database.run(signal, goneRows(tables.labels[index]!, forgotten));
  }
  const sized = sources.map(({ name, member, sheet }, index): SizedTable => {
    const loaded = tables.read.find((one) => one.index === index)?.loaded;
    const label = tables.labels[index]!;
    const rows = (loaded?.rows ?? 0) + (loaded ? (choiceOf(choices, sources[index]!)?.forgotten ?? 0) : 0);
    return { name, member, sheet, label, rows, columns: loaded?.headers.length ?? 0 };
  });
  const [first] = tables.read;
  if (tables.isAlone && first) {
    const seen = seenTables(sized, tables.left, null);
    await keepSources(signal, database, seen, new Map());
    return {
      loaded: first.loaded,
      counted: first.counted,
      tables: seen,
      refunds: null,
      questions: [],
      generations: [],
      places: null,
    };
  }
  const shapes = await shapesOf(signal, database, sources, choices, tables);
  const { units, generations, links, loaded, counted, refunds, copies, places } = await join(
    signal,
    database,
    tables,
    shapes,
    choices,
  );
  const left = new Map([...tables.left, ...copies]);
  const seen = seenTables(sized, left, { units, links, refund: refunds && refundWords(refunds, choices) });
  await keepSources(signal, database, seen, await joinedRows(signal, database, units, links));
  return { loaded, counted, refunds, tables: seen, generations, places, questions: whichSales(units, links) };
}

async function join(
  signal: AbortSignal,
  database: EngineDatabase,
  { read, labels }: ReadTables,
  shapes: TableShape[],
  choices: Choices,
) {
  const run = (sql: string) => database.run(signal, sql);
  const copies = new Map<number, Left>();
  const dropped = new Set<number>();
  for (const [at, { content, said, label, columns }] of shapes.entries()) {
    const first = shapes.findIndex((other) => other.content === content);
    if (first === at || said !== null) continue;
    dropped.add(at);
    copies.set(read[at]!.index, { why: 'copy', about: shapes[first]!.label });
    await run(setAside('copied_table', label, readTable(at), columns.length, 'true'));
    await run(`drop table ${readTable(at)}`);
  }
  const units = await stackTables(signal, database, shapes, stackParts(shapes, dropped));
  const pairs = await countPairs(signal, database, units, keyPairs(units));
  const links = proposeLinks(
    units,
    pairs,
    units.map((unit) => refundSigns(unit, shapes, choices)),
  );
  const columns = joinedColumns(units, links);
  const root = units[links.root]!;
  for (const sql of asideStatements(units, links)) await run(sql);
  const generations = generationsOf(root, shapes);
  for (const sql of overlapStatements(unitTable(links.root), root, generations)) await run(sql);
  const refunds = await openRefunds(signal, database, units, links, columns);
  for (const sql of joinStatements(units, links, columns)) await run(sql);
  for (const [at] of units.entries()) await run(`drop table if exists ${unitTable(at)}`);
  const headers = columns.map(({ header }) => header);
  const [size] = await database.rows<{ rows: number; ragged: number }>(
    signal,
    'select (select count(*) from raw) as rows, (select count(*) from ragged_rows) as ragged',
  );
  const { rows = 0, ragged = 0 } = size ?? {};
  const counted = await countSample(signal, database, headers, rows);
  columns.forEach(({ level }, i) => (counted.columns[i]!.level = level));
  // The file of a row stands behind the columns of a stack.
  if (generations.length > 0) counted.file_position = root.columns.length - 1;
  await run(rowContents(root));
  await run(sourceView(headers, refunds && refundSource(refunds.headers)));
  const main = read[root.tables[0]!]!.loaded;
  const evidence = read.flatMap(({ index, loaded: one }) =>
    one.evidence.map((seen): Evidence => ({
      id: 'of-table',
      values: { table: labels[index]!, evidence: seen },
    })),
  );
  const loaded: LoadedFile = { ...main, headers, rows: rows + ragged, ragged, evidence };
  // Tables are known by their place in the import, units by their place among those that were read.
  const placed = units.map((unit) => ({ ...unit, tables: unit.tables.map((at) => read[at]!.index) }));
  const places = placesOf(placed, links, columns);
  return { units: placed, generations, links, loaded, counted, refunds, copies, places };
}

function refundSigns(unit: Unit, shapes: readonly TableShape[], choices: Choices): RefundSigns {
  if (unit.said !== 'refunds' && !looksLikeRefunds(shapes[unit.tables[0]!]!)) return null;
  const { amount, date } = refundFields(unit, null, choices);
  return { amount: amount !== null, date: date !== null };
}

function refundWords(list: RefundList, choices: Choices): TableSeen['refund'] {
  const { amount, date } = fieldsOf(list, choices);
  const header = (at: { position: number } | null) => (at ? list.headers[at.position]! : null);
  return { amount: header(amount), date: header(date) };
}
