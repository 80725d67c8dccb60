import * as Comlink from 'comlink';
import type { EngineStart, Progress, WireEngine } from '../../../src/engine/contract';
import { createApi } from '../api';
import { COMPRESS_ABOVE } from './host';
import { arrivingAt, compileWasm } from './compile-wasm';
import { openDatabase } from './database-wasm';
import { seal } from './seal';
import { toWire } from './wire';

/**
 * Open the database, close every wall, and only then hand out the api: no user data can come in before.
 * `worker` is DuckDB's own, `code` its wasm: compiled before, or its bytes as the page sends them, which are compiled here.
 */
export async function startEngine(
  worker: Worker,
  code: WebAssembly.Module | MessagePort,
  { appVersion }: EngineStart,
  onProgress: (progress: Progress) => void,
  onCompiled: (code: WebAssembly.Module) => void,
): Promise<WireEngine> {
  const compiled = code instanceof MessagePort ? await compileWasm(arrivingAt(code)) : code;
  onCompiled(compiled);
  let now: Omit<Progress, 'share' | 'done'> | null = { stage: 'starting', total: null, unit: null };
  const database = await openDatabase(worker, compiled, (share) => {
    if (now === null) return;
    const done = now.total === null ? null : Math.round(now.total * share);
    onProgress({ ...now, share, done });
  });
  // A trap in the wasm ends DuckDB half way; the page hears of it and starts a new engine.
  worker.addEventListener('error', (event) => reportError(new Error(`engine trap: ${event.message}`)));
  const network_apis_removed = await seal(worker);
  const api = createApi({
    database,
    appVersion,
    compressAbove: COMPRESS_ABOVE,
    onProgress,
    during: (stage, total, unit) => {
      now = stage === null ? null : { stage, total, unit };
      if (now !== null) onProgress({ ...now, share: null, done: null });
    },
    // Set by the lock in seal.ts, which throws where DuckDB refuses one of its lines; a blob: worker inherits the
    // page's policy.
    sealed: {
      duckdb_locked: true,
      network_apis_removed,
      policy_reaches_worker: location.protocol === 'blob:',
    },
  });
  return Comlink.proxy(toWire(api));
}
