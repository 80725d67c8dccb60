import { describe, expect, test } from 'vitest';
import { createApi } from '../../workers/engine/api';
import { COMPRESS_ABOVE } from '../../workers/engine/host/host';
import { textTable } from '../../src/engine/source-contract';
import { ENGINES, engineOf, never } from '../helpers/warehouse';
import { toldApi } from '../helpers/told';

const text = 'Order date,Order ID,Customer ID,Amount\n2024-01-02,1,a,10.00\n2024-02-03,2,a,12.50\n';
const shop = () => [textTable(new File([text], 'shop.csv'))];

describe.each(ENGINES)('a rehearsal on %s', (name) => {
  /** An engine that nobody has asked anything, and what it tells of its progress. */
  const fresh = async () => {
    const { database } = await engineOf(name);
    const told: unknown[] = [];
    const sealed = { duckdb_locked: true, network_apis_removed: true, policy_reaches_worker: true };
    const api = toldApi(
      createApi({
        database,
        appVersion: 'test',
        compressAbove: COMPRESS_ABOVE,
        onProgress: (progress) => told.push(progress),
        during: (stage) => stage !== null && told.push(stage),
        sealed,
      }),
    );
    const databases = async () =>
      (await database.rows(never, 'select database_name from duckdb_databases() order by 1')).length;
    return { api, database, told, databases };
  };

  test('leaves nothing behind and tells nobody of its progress', async () => {
    const { api, databases, told } = await fresh();
    const before = await databases();
    await api.rehearse(never);
    expect(await databases()).toBe(before);
    expect(told).toEqual([]);
    await expect(api.runAnalysis(never, 'cohort-retention', {})).rejects.toMatchObject({
      code: 'nothing-open',
    });
  });

  test.each(['create or replace table raw', '-- What every row of the file is', '-- Question: '])(
    'that is given up during "%s" leaves nothing behind either, and the next file opens',
    async (at) => {
      const { api, database, databases } = await fresh();
      const before = await databases();
      const stop = new AbortController();
      const bytes = database.bytes.bind(database);
      const run = database.run.bind(database);
      const stopAt = (sql: string) => {
        if (sql.startsWith(at)) stop.abort(new Error('stopped'));
      };
      database.run = async (signal, sql) => (stopAt(sql), run(signal, sql));
      database.bytes = async (signal, sql) => (stopAt(sql), bytes(signal, sql));
      try {
        await expect(api.rehearse(stop.signal)).rejects.toThrow();
      } finally {
        Object.assign(database, { run, bytes });
      }
      expect(await databases()).toBe(before);
      await api.inspect(never, shop(), {});
      await expect(api.build(never, {})).resolves.toMatchObject({ rows_read: 2 });
      await api.close(never);
    },
  );

  test('does not begin where a file is open', async () => {
    const { api, database } = await fresh();
    await api.inspect(never, shop(), {});
    await api.build(never, {});
    const run = database.run.bind(database);
    const ran: string[] = [];
    database.run = async (signal, sql) => (ran.push(sql), run(signal, sql));
    await api.rehearse(never);
    database.run = run;
    expect(ran).toEqual([]);
    await api.close(never);
  });
});
