import type { TableSeen } from '../../../src/domain/tables';
import { ordersOf, type Links } from '../../../src/ingest/tables/propose-links';
import type { Unit } from '../../../src/ingest/tables/table-shape';
import type { Database } from '../host/database';
import { literal, quoteText } from '../sql/quote';

/** What is kept of rows that never reach `raw`, and of rows there that another file has too. */
export const OUTSIDE = [
  'create or replace table rows_outside (rule_id varchar, file varchar, row_in_file bigint, cells varchar)',
  'create or replace table overlap_rows (row_no bigint, is_across boolean)',
  'create or replace table refund_overlap_rows (row_no bigint)',
  'create or replace table row_generations (first_row_no bigint, last_row_no bigint, generation integer)',
];

const COMMENTS = `comment on table source_tables is 'The tables of the import, and what each is for';
  comment on column source_tables.table_no is 'Its place in the import, from 1';
  comment on column source_tables.label is 'File, and member or sheet where there are several';
  comment on column source_tables.role is 'orders, lines, refunds, products, customers, part (more rows of another) or ignore';
  comment on column source_tables.rows is 'Rows below the header';
  comment on column source_tables.joined_rows is 'Rows that stand on the rows of another table'`;

/**
 * The table `source_tables`: one row a table of the import, for the report and for people's own SQL. `joined` are the
 * rows, by label, that are joined to those of another table.
 */
export async function keepSources(
  signal: AbortSignal,
  database: Database,
  tables: readonly TableSeen[],
  joined: ReadonlyMap<string, number>,
): Promise<void> {
  const values = tables.map(
    ({ label, role, rows }, i) =>
      `(${i + 1}, ${quoteText(label)}, ${quoteText(role)}, ${literal(rows)}, ${literal(joined.get(label) ?? 0)})`,
  );
  await database.run(
    signal,
    `create or replace table source_tables as
     select * from (values ${values.join(', ')}) as listed (table_no, label, role, rows, joined_rows)`,
  );
  await database.run(signal, COMMENTS);
}

/** Rows of each joined unit, by its label, that stand on other rows: those that nothing names are elsewhere. */
export async function joinedRows(
  signal: AbortSignal,
  database: Database,
  units: readonly Unit[],
  links: Links,
): Promise<Map<string, number>> {
  const outside = await database.rows<{ label: string; rows: number }>(
    signal,
    `select file as label, count(*) as rows from rows_outside where rule_id = 'unnamed_row' group by file`,
  );
  const [alone] = await database.rows<{ rows: number }>(signal, 'select count(*) as rows from raw');
  const orders = ordersOf(links);
  return new Map(
    links.attached.map((one) => {
      const { label, rows } = units[one.unit]!;
      const unnamed = outside.find((found) => found.label === label)?.rows ?? 0;
      const onTheirOwn = one === orders ? (alone?.rows ?? 0) - units[links.root]!.rows : 0;
      return [label, rows - unnamed - onTheirOwn];
    }),
  );
}
