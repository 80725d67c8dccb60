import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textTable } from '../../src/engine/source-contract';
import type { EngineApi } from '../../src/engine/contract';
import { sampleFileName, sampleShop } from '../../src/sample/shop';
import { createApi } from '../../workers/engine/api';
import { decode } from '../../src/engine/decode';
import type { EngineDatabase } from '../../workers/engine/host/database';
import { ENGINES, engineOf, never } from '../helpers/warehouse';
import { toldApi } from '../helpers/told';

const text = [...sampleShop({ lines: 3000 }).chunks()];
const file = () => [textTable(new File(text, sampleFileName))];

describe.each(ENGINES)('a file that is held compressed, on %s', (name) => {
  let database: EngineDatabase;
  let plain: EngineApi;
  let api: EngineApi;
  beforeAll(async () => {
    ({ database, api: plain } = await engineOf(name));
    await plain.close(never);
    const sealed = { duckdb_locked: true, network_apis_removed: true, policy_reaches_worker: true };
    const quiet = { onProgress: () => undefined, during: () => undefined };
    api = toldApi(createApi({ database, appVersion: 'test', compressAbove: 0, ...quiet, sealed }));
  });
  afterAll(async () => {
    await api.close(never);
  });

  /** Every statement is seen by `at` before it runs. */
  const watched = async <T>(at: (sql: string) => void, run: () => Promise<T>): Promise<T> => {
    const { run: before } = database;
    database.run = (signal, sql) => {
      at(sql);
      return before.call(database, signal, sql);
    };
    try {
      return await run();
    } finally {
      database.run = before;
    }
  };
  const cohorts = async (of: EngineApi) =>
    decode(await of.runAnalysis(never, 'cohort-retention', { history: 'complete' })).rows;

  test('has the report and the answers of one that is not', async () => {
    await plain.inspect(never, file(), {});
    const report = await plain.build(never, {});
    const rows = await cohorts(plain);
    await plain.close(never);
    await api.inspect(never, file(), {});
    const compressed = await api.build(never, {});
    expect(rows.length).toBeGreaterThan(100);
    expect(await cohorts(api)).toEqual(rows);
    expect({ ...compressed, provenance: null }).toEqual({ ...report, provenance: null });
  });

  test('is committed step by step while nobody asks it, and all at once while somebody does', async () => {
    const begun: string[] = [];
    const note = (sql: string) => void (/^(begin|commit|rollback)\b/.test(sql) && begun.push(sql));
    await api.inspect(never, file(), {});
    await watched(note, () => api.build(never, {}));
    expect(begun).toEqual([]);
    await watched(note, () => api.build(never, { as_of: '2023-06-30' }));
    expect(begun).toEqual(['begin transaction', 'commit']);
  });

  test('stands as it was where making its tables anew fails half way', async () => {
    await api.inspect(never, file(), {});
    await api.build(never, {});
    const before = await cohorts(api);
    const fail = (sql: string) => {
      if (/create or replace table customers\b/.test(sql)) throw new Error('out of memory');
    };
    await expect(watched(fail, () => api.build(never, { as_of: '2023-06-30' }))).rejects.toThrow(
      /out of memory/,
    );
    expect(await cohorts(api)).toEqual(before);
  });

  test('can be built after it was given up half way', async () => {
    await api.inspect(never, file(), {});
    await api.build(never, {});
    const before = await cohorts(api);
    const stop = new AbortController();
    const halfWay = (sql: string) => {
      if (/create or replace table orders\b/.test(sql)) stop.abort(new Error('stopped'));
    };
    await api.inspect(never, file(), {});
    await expect(watched(halfWay, () => api.prepare(stop.signal, {}))).rejects.toThrow(/stopped/);
    expect(await cohorts(api)).toEqual(before);
    await api.build(never, {});
    expect(await cohorts(api)).toEqual(before);
  });
});
