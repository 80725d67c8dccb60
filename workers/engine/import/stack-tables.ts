import type { ColumnEvidence } from '../../../src/domain/evidence';
import type { TableShape, Unit } from '../../../src/ingest/tables/table-shape';
import type { Database } from '../host/database';
import { quoteText } from '../sql/quote';
import { rawColumn } from '../reading/reading';
import { unitTable } from './table-keys';

/** Name of a table as it was read, before it is stacked or joined. */
export const readTable = (index: number): string => `table_${index}`;

/** The column that says from which file a row of a stack came. */
const FILE = 'file';

/**
 * Put the tables of each unit below each other, under the name of the unit. A stack gets one column more: the file of each
 * row. A table is dropped as soon as its rows have moved.
 */
export async function stackTables(
  signal: AbortSignal,
  database: Database,
  tables: readonly TableShape[],
  units: readonly Unit[],
): Promise<Unit[]> {
  const stacked: Unit[] = [];
  for (const [at, unit] of units.entries()) {
    const [only, ...more] = unit.tables;
    if (more.length === 0) {
      await database.run(signal, `alter table ${readTable(only!)} rename to ${unitTable(at)}`);
      stacked.push(unit);
      continue;
    }
    for (const [turn, index] of unit.tables.entries()) {
      const columns = unit.columns.map(({ positions }, i) => {
        const position = positions[turn] ?? null;
        return `${position === null ? 'null::varchar' : rawColumn(position)} as ${rawColumn(i)}`;
      });
      const rows = `select ${columns.join(', ')}, ${quoteText(tables[index]!.label)} as ${rawColumn(unit.columns.length)}
        from ${readTable(index)} order by rowid`;
      const into =
        turn === 0 ? `create or replace table ${unitTable(at)} as` : `insert into ${unitTable(at)}`;
      await database.run(signal, `${into} ${rows}`);
      await database.run(signal, `drop table ${readTable(index)}`);
    }
    stacked.push(
      withFile(
        unit,
        unit.tables.map((index) => tables[index]!.label),
      ),
    );
  }
  return stacked;
}

function withFile(unit: Unit, labels: string[]): Unit {
  const evidence: ColumnEvidence = {
    column: FILE,
    position: unit.columns.length,
    rows: unit.rows,
    filled: unit.rows,
    distinct: labels.length,
    examples: labels.slice(0, 5),
    wrapped_ids: 0,
  };
  return {
    ...unit,
    columns: [...unit.columns, { header: FILE, evidence, positions: unit.tables.map(() => null) }],
  };
}

/**
 * The rows of a stack that an earlier file has too, in every cell: of each row the larger count stands, not the sum.
 * One column: the row, counted from 1.
 */
export function overlapRows(table: string, columns: number, files: readonly string[] | null): string {
  const file = rawColumn(columns);
  const of = files === null ? '' : ` where ${file} in (${files.map(quoteText).join(', ')})`;
  const all = Array.from({ length: columns }, (_, i) => rawColumn(i));
  const cells = `concat_ws(chr(31), ${all.map((column) => `coalesce(${column}, chr(30))`).join(', ')})`;
  return `with fingerprints as (select rowid as place, ${file} as file, hash(${all.join(', ')}) as fingerprint from ${table}${of}),
    met as (select fingerprint from fingerprints group by fingerprint having count(distinct file) > 1),
    suspects as (
      select ${table}.rowid as place, ${table}.${file} as file, ${cells} as cells
      from ${table} join (select place from fingerprints semi join met using (fingerprint)) as found
      on found.place = ${table}.rowid
    ),
    counted as (select cells, file, count(*) as rows, min(place) as first_place from suspects group by cells, file),
    before as (
      select cells, file, max(rows) over (
        partition by cells order by first_place rows between unbounded preceding and 1 preceding
      ) as most from counted
    ),
    numbered as (
      select place, cells, file, row_number() over (partition by cells, file order by place) as occurrence from suspects
    )
    select place + 1 as row_no from numbered join before using (cells, file) where occurrence <= most`;
}
