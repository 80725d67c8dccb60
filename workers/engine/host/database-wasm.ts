import * as duckdb from '@duckdb/duckdb-wasm';
import { duckdbWorkerText } from './duckdb-worker-text';
import { tableFromIPC } from 'apache-arrow';
import { blobWorker } from '../../../src/engine/trusted';
import { EngineFault } from '../../../src/engine/errors';
import { fault, type Fault } from '../../../src/domain/said/problems';
import { joined } from './bounded';
import { calledNames } from '../user-query/called-names';
import type { EngineDatabase } from './database';
import { PRELUDE, WASM_URL } from './prelude';
import { LOCK } from './seal';

/** Instantiation never settles when the wasm is refused (a policy, bad bytes), so it is raced against this. */
const START_LIMIT_MS = 60_000;

type OnShare = (share: number) => void;

/** DuckDB's own worker, waiting for its code; it can be started while that is still on its way. */
export const startDuckDBWorker = (): Worker => blobWorker(PRELUDE + duckdbWorkerText(), { name: 'duckdb' });

/** The one place that knows @duckdb/duckdb-wasm. */
export async function openDatabase(
  worker: Worker,
  code: WebAssembly.Module,
  onShare: OnShare,
): Promise<EngineDatabase> {
  worker.postMessage({ regulars: 'code', code });
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await raceAgainstFailure(worker, db.instantiate(WASM_URL));
  await db.open({
    query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: false },
  });
  const { useUnsafe } = await db.connect().then((connection) => ({
    useUnsafe: connection.useUnsafe((_, id) => id),
  }));
  worker.addEventListener(
    'message',
    (event: MessageEvent<{ type?: string; data?: { percentage?: string } }>) => {
      if (event.data?.type === 'PROGRESS_UPDATE') onShare(Number(event.data.data?.percentage ?? 0) / 100);
    },
  );
  const database = wrap(db, useUnsafe, await db.getVersion());
  for (const statement of LOCK) await database.run(new AbortController().signal, statement);
  return database;
}

function raceAgainstFailure<T>(worker: Worker, started: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const refuse = (why: Fault) => reject(new EngineFault(why));
    const place = { code: 'engine-unavailable' };
    const failed = (why: string) => refuse(fault('engine-not-started', { why }, place));
    const timer = setTimeout(() => refuse(fault('engine-silent', {}, place)), START_LIMIT_MS);
    worker.addEventListener('error', (event) => failed(event.message), { once: true });
    started.then(resolve, (error: unknown) => failed(String(error))).finally(() => clearTimeout(timer));
  });
}

function wrap(db: duckdb.AsyncDuckDB, connection: number, version: string): EngineDatabase {
  async function* parts(signal: AbortSignal, sql: string): AsyncGenerator<Uint8Array> {
    signal.throwIfAborted();
    try {
      // `send`, not `query`: a pending query can be stopped and leaves the worker free to hear it.
      let part = await db.startPendingQuery(connection, sql, false);
      while (part === null) {
        if (signal.aborted) await db.cancelPendingQuery(connection);
        part = await db.pollPendingQuery(connection);
      }
      while (part && part.length > 0) {
        yield part;
        part = await db.fetchQueryResults(connection);
      }
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error;
    }
    if (signal.aborted) throw signal.reason;
  }
  const bytes = async (signal: AbortSignal, sql: string): Promise<Uint8Array> => {
    const all: Uint8Array[] = [];
    for await (const part of parts(signal, sql)) all.push(part);
    return joined(all);
  };
  return {
    version,
    bytes,
    parts,
    async run(signal, sql) {
      await bytes(signal, sql);
    },
    async rows<T extends object>(signal: AbortSignal, sql: string): Promise<T[]> {
      const table = tableFromIPC(await bytes(signal, sql));
      return table.toArray().map((row: { toJSON(): unknown }) => row.toJSON() as T);
    },
    async prepare(sql) {
      await db.closePrepared(connection, await db.createPrepared(connection, sql));
    },
    async calledNames(sql) {
      return calledNames(sql, await db.tokenize(sql));
    },
    async registerFile(name, file) {
      await db.registerFileHandle(name, file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
    },
    async dropFile(name) {
      await db.dropFile(name);
    },
  };
}
