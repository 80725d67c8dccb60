import { tableFromIPC } from 'apache-arrow';
import { joined } from '../../workers/engine/host/bounded';
import { calledNames } from '../../workers/engine/user-query/called-names';
import type { EngineDatabase } from '../../workers/engine/host/database';
import { LOCK } from '../../workers/engine/host/seal';
import { wasmInNode } from './wasm-node';

/**
 * The engine's own wasm behind the worker's own interface, locked as in the page. It stands for database-wasm.ts: the same
 * module and settings, only without the worker that Node has no place for.
 */
export async function wasmEngine(): Promise<EngineDatabase & { close(): void }> {
  const { db, connection, close } = await wasmInNode();
  const id = connection.useUnsafe((_, handle) => handle);
  for (const statement of LOCK) connection.query(statement);
  function* parts(signal: AbortSignal, sql: string): Generator<Uint8Array> {
    signal.throwIfAborted();
    let part = db.startPendingQuery(id, sql, false);
    while (part === null) part = db.pollPendingQuery(id);
    while (part && part.length > 0) {
      yield part;
      part = db.fetchQueryResults(id);
    }
  }
  const bytes = (signal: AbortSignal, sql: string): Uint8Array => joined([...parts(signal, sql)]);
  return {
    version: db.getVersion(),
    async bytes(signal, sql) {
      return bytes(signal, sql);
    },
    async *parts(signal, sql) {
      yield* parts(signal, sql);
    },
    async run(signal, sql) {
      bytes(signal, sql);
    },
    async rows<T extends object>(signal: AbortSignal, sql: string) {
      return tableFromIPC(bytes(signal, sql))
        .toArray()
        .map((row: { toJSON(): unknown }) => row.toJSON() as T);
    },
    async prepare(sql) {
      db.closePrepared(id, db.createPrepared(id, sql));
    },
    async calledNames(sql) {
      return calledNames(sql, db.tokenize(sql));
    },
    async registerFile(name, file) {
      db.registerFileBuffer(name, new Uint8Array(await file.arrayBuffer()));
    },
    async dropFile(name) {
      db.dropFile(name);
    },
    close,
  };
}
