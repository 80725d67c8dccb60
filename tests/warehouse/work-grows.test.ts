import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textTable } from '../../src/engine/source-contract';
import { sampleFileName, sampleShop } from '../../src/sample/shop';
import type { EngineApi } from '../../src/engine/contract';
import type { EngineDatabase } from '../../workers/engine/host/database';
import { engineOf, never } from '../helpers/warehouse';

/** An import of four times the lines hands on four times the rows from step to step, and no more per line. */

/** From here on the sample that columns are guessed by is no longer the whole file. */
const FEW = 25_000;
/** Four times the lines are this many times the work, and no more. */
const MOST_GROWTH = 4.3;
/** Rows that are handed on for each row of the file. */
const MOST_A_ROW = 155;

const EXPLAINED = /^(select|with|update|delete|insert|create or replace (temp )?table \w+ as)\b/i;

/** Single statements without their comments. */
const statementsOf = (sql: string): string[] =>
  sql
    .replaceAll(/^\s*--.*$/gm, '')
    .split(/;\s*(?:\n|$)/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

describe('an import’s work', () => {
  let database: EngineDatabase;
  let api: EngineApi;
  let counts: Map<string, number>;
  beforeAll(async () => {
    ({ database, api } = await engineOf('native'));
    const { run, rows } = database;
    /** Rows that the operators of a statement hand on to each other: work that no clock is needed for. */
    const explained = async (sql: string) => {
      const [plan] = await rows.call(database, never, `explain (analyze, format json) ${sql}`);
      const found = [...JSON.stringify(plan).matchAll(/operator_cardinality[\\": ]+(\d+)/g)];
      const id = sql.replaceAll(/\s+/g, ' ').slice(0, 90);
      counts.set(
        id,
        found.reduce((sum, [, one]) => sum + Number(one), counts.get(id) ?? 0),
      );
    };
    database.run = async (signal, sql) => {
      if (!statementsOf(sql).every((one) => EXPLAINED.test(one))) return run.call(database, signal, sql);
      for (const one of statementsOf(sql)) await explained(one);
    };
    database.rows = async <T extends object>(signal: AbortSignal, sql: string) => {
      for (const one of statementsOf(sql)) if (EXPLAINED.test(one)) await explained(one);
      return rows.call(database, signal, sql) as Promise<T[]>;
    };
  });
  afterAll(async () => {
    await api.close(never);
  });

  const workOf = async (lines: number) => {
    counts = new Map();
    const file = new File([...sampleShop({ lines }).chunks()], sampleFileName);
    await api.inspect(never, [textTable(file)], {});
    const { rows_read } = await api.build(never, {});
    return { counts, rows: rows_read, all: [...counts.values()].reduce((sum, one) => sum + one, 0) };
  };

  test('grows no faster than its file', async () => {
    const [few, some, many] = [await workOf(FEW), await workOf(2 * FEW), await workOf(4 * FEW)];
    // What a sample and a calendar cost is the same for each: it is told from what each row costs by the steps between three sizes.
    const aRow = (from: typeof few, to: typeof few) => (to.all - from.all) / (to.rows - from.rows);
    const steepest = [...many.counts]
      .filter(([id, count]) => count > MOST_GROWTH * (few.counts.get(id) ?? count))
      .map(([id, count]) => `${few.counts.get(id)} → ${count}: ${id}`)
      .join('\n');
    expect(aRow(some, many) / aRow(few, some), steepest).toBeLessThan(MOST_GROWTH / 4);
    // Each row is handed on so often in all: a look that was added shows here.
    expect(aRow(few, many)).toBeGreaterThan(20);
    expect(aRow(few, many)).toBeLessThan(MOST_A_ROW);
  });

  test('is seen to grow where rows are paired with each other', async () => {
    const pairs = async (lines: number) => {
      await workOf(lines);
      counts = new Map();
      await database.rows(never, 'select count(*) as n from raw as a join raw as b on a.c4 = b.c4');
      return [...counts.values()];
    };
    const [few, many] = [await pairs(2000), await pairs(4 * 2000)];
    expect(many[0]! / few[0]!).toBeGreaterThan(2 * MOST_GROWTH);
  });
});
