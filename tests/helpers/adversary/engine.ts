import type { Choices } from '../../../src/domain/choices';
import type { BuiltReport, EngineApi, Inspection } from '../../../src/engine/contract';
import { createApi } from '../../../workers/engine/api';
import type { EngineDatabase } from '../../../workers/engine/host/database';
import { COMPRESS_ABOVE } from '../../../workers/engine/host/host';
import { nativeEngine } from '../engine-native';
import { tablesOf } from '../source';
import { toldApi } from '../told';

const never = new AbortController().signal;

/** The worker's own code on native DuckDB, without hooks of the test runner: it can be had anew with a rule taken away. */
export class Opener {
  readonly #api: EngineApi;
  readonly #database: EngineDatabase & { close(): void };
  private constructor(database: EngineDatabase & { close(): void }) {
    this.#database = database;
    this.#api = toldApi(
      createApi({
        database,
        appVersion: 'test',
        compressAbove: COMPRESS_ABOVE,
        onProgress: () => undefined,
        during: () => undefined,
        sealed: { duckdb_locked: true, network_apis_removed: true, policy_reaches_worker: true },
      }),
    );
  }
  static async start(): Promise<Opener> {
    return new Opener(await nativeEngine());
  }
  /** What the mapping page would show. */
  async look(files: readonly File[], choices: Choices): Promise<Inspection> {
    const tables = (await Promise.all(files.map((file) => tablesOf(file, choices)))).flat();
    return this.#api.inspect(never, tables, choices);
  }
  build(choices: Choices): Promise<BuiltReport> {
    return this.#api.build(never, choices);
  }
  rows<T extends object>(sql: string): Promise<T[]> {
    return this.#database.rows<T>(never, sql);
  }
  close(): void {
    this.#database.close();
  }
}
