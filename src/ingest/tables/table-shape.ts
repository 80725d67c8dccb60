import type { ColumnEvidence } from '../../domain/evidence';
import type { TableName, TableRole } from '../../domain/tables';

/** One table as it was read, before anybody knows what it is for. */
export interface TableShape extends TableName {
  label: string;
  hidden: boolean;
  /** Rows that were read. */
  rows: number;
  has_header: boolean;
  columns: ColumnEvidence[];
  /** Equal for two tables that hold the same rows, in whatever order. */
  content: string;
  /** 0 for the files of the first import, then one more for each that was added later. */
  generation: number;
  /** What a person said it is for. */
  said: TableRole | null;
}

/** Tables of one kind, one below the other. */
export interface Unit {
  label: string;
  /** Positions in the list of tables; the first gives the names of the columns. */
  tables: number[];
  columns: { header: string; evidence: ColumnEvidence; positions: (number | null)[] }[];
  rows: number;
  said: TableRole | null;
}

/** The shortest name of each table that tells it from the others: the sheet or member where one file has several. */
export function labelsOf(tables: readonly TableName[]): string[] {
  const of = (table: TableName, short: boolean) => {
    const inside = [table.member, table.sheet].filter((part) => part !== null).join(', ');
    return short || inside === '' ? table.name : `${table.name}: ${inside}`;
  };
  const isAlone = (table: TableName) => tables.filter(({ name }) => name === table.name).length === 1;
  return tables.map((table) => of(table, isAlone(table)));
}
