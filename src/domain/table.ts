import type { LapseLine } from './standing';
import type { NetPart } from './net';

/** The type of a result column as it reaches the screen. Never a 128-bit or 64-bit integer, never a DECIMAL. */
export type ColumnType = 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'timestamp';

/** What a column counts: how it is formatted and what stands in the table head. */
export type Unit =
  'text' | 'count' | 'rate' | 'money' | 'number' | 'days' | 'age' | 'date' | 'timestamp' | 'flag';

export interface Column {
  name: string;
  type: ColumnType;
  unit: Unit;
}

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

/** How an answer was cut: columns that there are; characters a text was cut at; rows, for all together were too large. */
export interface Cut {
  columns?: number;
  characters?: number;
  rows?: number;
}

/** Where a result came from; no row values. */
export interface Provenance {
  app: string;
  /** Version of the definitions: `domain/definitions.ts`. */
  definitions: number;
  engine: string;
  files: { name: string; sha256: string }[];
  choices: unknown;
  params?: Record<string, unknown>;
  milliseconds: number;
  truncated?: boolean;
  /** What was left out because there is too much of it for a page. */
  cut?: Cut;
  /** Of an answer that adds up to a net: of what all net is made up, by part (`domain/net.ts`). */
  net?: Partial<Record<NetPart, number>>;
  /** Where the answer needed a fit: its parameters, errors and back-test, as the analysis describes them. */
  fit?: object;
  /** Where the answer depends on when silence means gone: how that line was found, and its check. */
  lapse?: LapseLine;
}

/** A result: what an analysis or a query of the user's gives. */
export interface ResultTable {
  columns: Column[];
  rows: Row[];
  /** Text that runs unchanged in native DuckDB on the same tables. */
  sql: string;
  provenance: Provenance;
}
