import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { createApi } from '../../workers/engine/api';
import { COMPRESS_ABOVE } from '../../workers/engine/host/host';
import { nativeEngine } from '../helpers/engine-native';
import { textTable } from '../../src/engine/source-contract';
import type { SampleFile } from './files';
import type { Asked } from './measures';
import { toldApi } from '../helpers/told';

export interface NativeShop {
  version: string;
  /** Milliseconds of one statement on the shop's tables, its result read whole; tables that are made late are made before. */
  time(asked: Asked, sql: string): Promise<number>;
  close(): void;
}

/** The same file built into the same tables by the worker's own code, in native DuckDB on one thread. */
export async function nativeShop(file: SampleFile): Promise<NativeShop> {
  const never = new AbortController().signal;
  const database = await nativeEngine();
  const api = toldApi(
    createApi({
      database,
      appVersion: 'bench',
      compressAbove: COMPRESS_ABOVE,
      onProgress: () => undefined,
      during: () => undefined,
      sealed: { duckdb_locked: true, network_apis_removed: true, policy_reaches_worker: true },
    }),
  );
  await api.inspect(
    never,
    [textTable(new File([await openAsBlob(file.path)], path.basename(file.path)))],
    {},
  );
  await api.build(never, {});
  await api.attributes(never);
  return {
    version: database.version,
    async time({ id, params }, sql) {
      await api.runAnalysis(never, id, params);
      const started = performance.now();
      await database.run(never, sql);
      return performance.now() - started;
    },
    close: () => database.close(),
  };
}
