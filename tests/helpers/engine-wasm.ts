import { tableFromIPC } from 'apache-arrow';
import type { EngineDatabase } from '../../workers/engine/database';
import { LOCK } from '../../workers/engine/seal';
import { wasmInNode } from './wasm-node';

/**
 * The engine's own wasm behind the worker's own interface, locked as in the page. It stands for database-wasm.ts: the same
 * module and settings, only without the worker that Node has no place for.
 */
export async function wasmEngine(): Promise<EngineDatabase & { close(): void }> {
  const { db, connection, close } = await wasmInNode();
  const id = connection.useUnsafe((_, handle) => handle);
  for (const statement of LOCK) connection.query(statement);
  const bytes = (signal: AbortSignal, sql: string): Uint8Array => {
    signal.throwIfAborted();
    const parts: Uint8Array[] = [];
    let part = db.startPendingQuery(id, sql, false);
    while (part === null) part = db.pollPendingQuery(id);
    while (part && part.length > 0) {
      parts.push(part);
      part = db.fetchQueryResults(id);
    }
    return Buffer.concat(parts);
  };
  return {
    version: db.getVersion(),
    async bytes(signal, sql) {
      return bytes(signal, sql);
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
    async registerFile(name, file) {
      db.registerFileBuffer(name, new Uint8Array(await file.arrayBuffer()));
    },
    async dropFile(name) {
      db.dropFile(name);
    },
    async dropFiles() {
      db.dropFiles();
    },
    close,
  };
}
