import type { TableShape, Unit } from '../../../src/ingest/tables/table-shape';
import { rawColumn } from '../reading/reading';
import { overlapRows } from './stack-tables';

/** Rows of `raw`, from and to, that one import brought: 0 the first, then one more for each that was added. */
export interface Generation {
  first_row_no: number;
  last_row_no: number;
  generation: number;
  label: string;
}

/** The tables of a stack with the import that brought each; empty where there was one import. */
export function generationsOf(root: Unit, shapes: readonly TableShape[]): Generation[] {
  let last = 0;
  const found = root.tables.map((index): Generation => {
    const { rows, generation, label } = shapes[index]!;
    const first_row_no = last + 1;
    last += rows;
    return { first_row_no, last_row_no: last, generation, label };
  });
  return found.some(({ generation }) => generation > 0) ? found : [];
}

/**
 * Statements that note which rows of a stack repeat a row of another file. Within one import they count once; across
 * imports the newer order stands, and whole rows are compared only where there are no orders to tell.
 */
export function overlapStatements(table: string, root: Unit, generations: readonly Generation[]): string[] {
  if (root.tables.length < 2) return [];
  const columns = root.columns.length - 1;
  const rows = (of: readonly Generation[]) =>
    overlapRows(
      table,
      columns,
      of.map(({ label }) => label),
    );
  if (generations.length === 0)
    return [`insert into overlap_rows select row_no, false from (${overlapRows(table, columns, null)})`];
  const imports = [...new Set(generations.map(({ generation }) => generation))];
  const values = generations.map((one) => `(${one.first_row_no}, ${one.last_row_no}, ${one.generation})`);
  return [
    ...imports.map(
      (own) =>
        `insert into overlap_rows select row_no, false from (${rows(generations.filter(({ generation }) => generation === own))})`,
    ),
    `insert into overlap_rows select row_no, true from (${overlapRows(table, columns, null)})
     where row_no not in (select row_no from overlap_rows)`,
    `insert into row_generations values ${values.join(', ')}`,
  ];
}

/** The view `row_contents`: the cells of a row in the columns that every file of the stack has. */
export function rowContents({ columns, tables }: Unit): string {
  const shared = columns.flatMap(({ positions }, i) => (positions.includes(null) ? [] : [rawColumn(i)]));
  const cells = shared.length > 0 && tables.length > 1 ? shared : [rawColumn(0)];
  return `create or replace view row_contents as select rowid + 1 as row_no,
    concat_ws(chr(31), ${cells.map((column) => `coalesce(${column}, chr(30))`).join(', ')}) as cells from raw`;
}

/** The import of a row of `raw`, as an expression; null where there was one. */
export function generationOf(generations: readonly Generation[]): string | null {
  if (generations.length === 0) return null;
  const cases = generations.map(
    ({ last_row_no, generation }) => `when rowid < ${last_row_no} then ${generation}`,
  );
  return `case ${cases.join(' ')} else -1 end`;
}
