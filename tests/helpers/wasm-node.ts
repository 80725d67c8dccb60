import { createRequire } from 'node:module';
import type * as Blocking from '@duckdb/duckdb-wasm/blocking';
import { engineCodeFile } from '../../scripts/engine-code';

export type WasmDuckDB = Awaited<ReturnType<typeof Blocking.createDuckDB>>;
export type WasmConnection = ReturnType<WasmDuckDB['connect']>;

export interface WasmInNode {
  db: WasmDuckDB;
  connection: WasmConnection;
  /** Rows as plain objects; BIGINT and DECIMAL arrive as numbers, as on the page. */
  rows(sql: string): Record<string, unknown>[];
  close(): void;
}

/** The engine's own code in Node, on this thread, no extension ever asked for. */
export async function wasmInNode(): Promise<WasmInNode> {
  const require = createRequire(import.meta.url);
  const duckdb = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as typeof Blocking;
  const bundle = { mainModule: engineCodeFile(), mainWorker: '' };
  const db = await duckdb.createDuckDB(
    { mvp: bundle, eh: bundle },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await db.instantiate(() => undefined);
  db.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  const connection = db.connect();
  connection.query('set autoload_known_extensions = false');
  return {
    db,
    connection,
    rows: (sql) =>
      connection
        .query(sql)
        .toArray()
        .map((row) => row.toJSON() as Record<string, unknown>),
    close: () => {
      connection.close();
      db.reset();
    },
  };
}
