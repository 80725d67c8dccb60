import { beforeAll, describe, expect, test } from 'vitest';
import { functionsWithEffects } from '../../workers/engine/user-query/effects';
import { wasmEngine } from '../helpers/engine-wasm';
import { sweepEverything } from '../helpers/sweep';
import { shopOfTwelve } from '../helpers/twelve';
import { never, type OpenShop } from '../helpers/warehouse';

/** All that changes the engine or cannot be looked at, as this version lists it. */
const WITH_EFFECTS = [
  ...['arrow_scan', 'arrow_scan_dumb', 'checkpoint', 'currval', 'disable_logging', 'enable_logging'],
  ...[
    'force_checkpoint',
    'nextval',
    'query',
    'reservoir_quantile',
    'seq_scan',
    'setseed',
    'test_all_types',
    'test_vector_types',
  ],
  ...['truncate_duckdb_logs', 'write_log'],
];

let shop: OpenShop;
beforeAll(async () => {
  shop = await shopOfTwelve('wasm');
});

describe('functions, pragmas and settings of the engine, called by a text of a user’s', () => {
  // Every table function, pragma, setting and volatile function, and one in 24 of those that only count; all are soaked.
  test('leave the data, the settings and an engine that answers', async () => {
    const swept = await sweepEverything(shop, { rounds: 1, each: 50, share: 1 / 24 });
    expect(swept.functions).toBeGreaterThan(150);
    expect(swept.texts).toBeGreaterThan(400);
    expect(swept.answered).toBeGreaterThan(50);
    expect(swept.broken).toEqual([]);
    expect(swept.wordless).toEqual([]);
    expect([...swept.refused].sort()).toEqual(WITH_EFFECTS);
  });

  test('those that do more than read are these', async () => {
    const { database } = shop;
    expect([...(await functionsWithEffects(database))].sort()).toEqual(WITH_EFFECTS);
  });
});

describe('a function with effects is refused by name, before anything of it runs', () => {
  const ways = [
    "from enable_logging(storage = 'file', storage_config = {'path': 'in/any'})",
    "from enable_logging(storage = 'file', storage_path = '')",
    "FROM Enable_Logging /* ( */ ('HTTP')",
    'from "enable_logging"\n-- a remark\n(\'HTTP\')',
    "from system.main.enable_logging('HTTP')",
    "from enable_logging\u00a0('HTTP')",
    "from\u2003enable_logging\u200b('HTTP')",
    "select 1) union all (select 1 from enable_logging('HTTP')",
    "with a as (from enable_logging('HTTP')) from a",
    "select (select count(*) from enable_logging('HTTP'))",
    "select $$(a$$ from enable_logging('HTTP')",
    "select e'\\'(' from enable_logging('HTTP')",
    "from orders where exists (from enable_logging('HTTP'))",
    "from (describe from enable_logging('HTTP'))",
    "from (summarize from enable_logging('HTTP'))",
    "select 'é' as ü, * from enable_logging('HTTP')",
  ];
  test.each(ways)('%s', async (text) => {
    const { api, rows } = shop;
    const position = text.toLowerCase().indexOf('enable_logging') - (text.includes('"enable') ? 1 : 0);
    await expect(api.runUserQuery(never, text, 5)).rejects.toMatchObject({
      code: 'bad-sql',
      message: expect.stringMatching(/^enable_logging is not run here: /),
      position,
      next: expect.stringContaining('only reading'),
    });
    expect(await rows("select current_setting('enable_logging') as is_on")).toEqual([{ is_on: 0 }]);
  });

  test('a text that runs another is refused with what to do', async () => {
    const { api } = shop;
    const hidden = "from query('from enable_' || 'logging(''HTTP'')')";
    await expect(api.runUserQuery(never, hidden, 5)).rejects.toMatchObject({
      message: expect.stringMatching(/^query is not run here: .*write that SQL itself/),
    });
  });

  test('names and texts that only look like one are no calls', async () => {
    const { api } = shop;
    const text = 'select \'enable_logging(1)\' as checkpoint, count(*) as "query" from orders -- nextval(1)';
    await expect(api.runUserQuery(never, text, 5)).resolves.toMatchObject({ sql: text });
  });

  test('sabotage: without the refusal its effect is seen', async () => {
    const engine = await wasmEngine();
    await engine.run(never, "from enable_logging(storage = 'memory')");
    const is_on = "select current_setting('enable_logging') as is_on";
    expect(await engine.rows(never, is_on)).toEqual([{ is_on: 1 }]);
    engine.close();
  });
});
