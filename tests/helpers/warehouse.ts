import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import type { ResultTable, Row } from '../../src/domain/table';
import type { BuiltReport, EngineApi, Inspection, RowsOf } from '../../src/engine/contract';
import type { AnalysisParams } from '../../src/engine/call-contract';
import type { SourceTable } from '../../src/engine/source-contract';
import { decode } from '../../src/engine/decode';
import type { Models } from '../../src/engine/model-contract';
import { askAnalysis } from '../../src/state/ask';
import { answerIn } from '../../src/state/judged';
import { createApi } from '../../workers/engine/api';
import { COMPRESS_ABOVE } from '../../workers/engine/host/host';
import type { EngineDatabase } from '../../workers/engine/host/database';
import { runFit } from '../../workers/models/run-fit';
import { nativeEngine } from './engine-native';
import { tablesOf } from './source';
import { wasmEngine } from './engine-wasm';
import { toldApi } from './told';

export type EngineName = 'native' | 'wasm';
export const ENGINES: readonly EngineName[] = ['native', 'wasm'];

/** A file in an engine, built by the worker's own code. */
export interface OpenShop {
  report: BuiltReport;
  inspection: Inspection;
  /** Rows, columns and text of an analysis as the page gets them. */
  analyse(id: string, params?: AnalysisParams): Promise<ResultTable>;
  /** The rows behind a figure, as the page lists them. */
  listed(what: RowsOf): Promise<Row[]>;
  /** Rows of any text, run on the shop's tables without the guard of the user's own queries. */
  rows<T extends object = Record<string, unknown>>(sql: string): Promise<T[]>;
  /** Run a statement on the shop's tables, to damage them on purpose. */
  run(sql: string): Promise<void>;
  api: EngineApi;
  database: EngineDatabase;
}

/** The model worker's code without the worker. */
export const modelsInNode: Models = {
  fit: (signal, id, ipc, params) =>
    runFit(id, ipc, params, async () => {
      signal.throwIfAborted();
    }),
};

interface Running {
  api: EngineApi;
  database: EngineDatabase & { close(): void };
  /** The shop whose tables are open now; an older one must not answer for it. */
  now: symbol | null;
}

const running = new Map<EngineName, Promise<Running>>();
export const never = new AbortController().signal;

async function start(name: EngineName): Promise<Running> {
  const database = name === 'native' ? await nativeEngine() : await wasmEngine();
  const api = toldApi(
    createApi({
      database,
      appVersion: 'test',
      compressAbove: COMPRESS_ABOVE,
      onProgress: () => undefined,
      during: () => undefined,
      sealed: { duckdb_locked: true, network_apis_removed: true, policy_reaches_worker: true },
    }),
  );
  return { api, database, now: null };
}

export function engineOf(name: EngineName): Promise<Running> {
  const found = running.get(name) ?? start(name);
  running.set(name, found);
  return found;
}

afterAll(async () => {
  const all = await Promise.all(running.values());
  running.clear();
  for (const { database } of all) database.close();
});

/** A file of the data folder, or text or bytes under a name of their own. */
export function fileOf(source: string | Uint8Array<ArrayBuffer> | { path: string }, name = 'shop.csv'): File {
  if (typeof source === 'object' && 'path' in source)
    return new File([readFileSync(source.path)], path.basename(source.path));
  return new File([source], name);
}

type Source = Parameters<typeof fileOf>[0] | File | SourceTable;

const tablesIn = (source: Source, choices: Choices): Promise<SourceTable[]> =>
  typeof source === 'object' && 'hidden' in source
    ? Promise.resolve([source])
    : tablesOf(source instanceof File ? source : fileOf(source), choices);

/**
 * Read and build a shop in DuckDB, native or the page's own wasm, by the worker's own code: bytes → dialect → `raw` →
 * evidence → mapping → warehouse → bridge → checks. One shop at a time for each engine: opening the next closes this one.
 * Throws the EngineError that the page would show.
 */
export async function openShop(
  name: EngineName,
  source: Source | Source[],
  choices: Choices = {},
): Promise<OpenShop> {
  const engine = await engineOf(name);
  const { api, database } = engine;
  const sources = Array.isArray(source) ? source : [source];
  const tables = (await Promise.all(sources.map((one) => tablesIn(one, choices)))).flat();
  const inspection = await api.inspect(never, tables, choices);
  const report = await api.build(never, choices);
  const mine = Symbol('shop');
  engine.now = mine;
  const guard = () => {
    if (engine.now !== mine) throw new Error('this shop was closed when the next one was opened');
  };
  return {
    report,
    inspection,
    api,
    database,
    async analyse(id, params = {}) {
      guard();
      return answerIn(id, await askAnalysis(api, modelsInNode, never, id, params));
    },
    async listed(what) {
      guard();
      return decode(await api.rowsOf(never, what, 100_000)).rows;
    },
    async rows(sql) {
      guard();
      return database.rows(never, sql);
    },
    async run(sql) {
      guard();
      await database.run(never, sql);
    },
  };
}
