import type { Table } from 'apache-arrow';
import type { CalledName } from '../user-query/called-names';

/**
 * A DuckDB that runs SQL text. The worker's is DuckDB-WASM; the tests' is native, so that the same warehouse is
 * built by both. Every call can be stopped: an aborted one rejects with the signal's reason.
 */
export interface Database {
  /** Run one or more statements for their effect. */
  run(signal: AbortSignal, sql: string): Promise<void>;
  /** The rows of one statement as plain objects; for small results only. */
  rows<T extends object>(signal: AbortSignal, sql: string): Promise<T[]>;
}

/** The engine's database also gives results as bytes, files to read from and a way to look before running. */
export interface EngineDatabase extends Database {
  /** One statement's result as an Arrow IPC stream. */
  bytes(signal: AbortSignal, sql: string): Promise<Uint8Array>;
  /** The same in parts as they come, the schema first; whoever stops asking gets no more. */
  parts(signal: AbortSignal, sql: string): AsyncIterable<Uint8Array>;
  /** Throws where the text is not exactly one statement that prepares. */
  prepare(sql: string): Promise<void>;
  /** The names that a text calls, as DuckDB's own scanner reads it. */
  calledNames(sql: string): Promise<CalledName[]>;
  registerFile(name: string, file: Blob): Promise<void>;
  dropFile(name: string): Promise<void>;
  version: string;
}

export type { Table };
