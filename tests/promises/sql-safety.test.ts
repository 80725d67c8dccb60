import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { openApp, type App } from '../helpers/browser';
import { canaryFile } from '../helpers/canaries';
import { changingStatements, hostileStatements, type Targets } from '../helpers/hostile';
import { dropFile, openSqlPage, runOnSqlPage, useFile } from '../helpers/journey';

let app: App;
let targets: Targets;
beforeAll(async () => {
  app = await openApp({ context: { serviceWorkers: 'block' } });
  targets = { foreign: 'http://127.0.0.1:9/', own: app.server.url, udp: '127.0.0.1:9' };
  await dropFile(app.page, canaryFile());
  await useFile(app.page);
});
afterAll(() => app.close());

interface Refusal {
  code: string;
  message: string;
  position?: number;
  next?: string;
}

/** What the door says to each text: rows, or the refusal. */
const ask = (page: Page, texts: string[], limit = 5) =>
  page.evaluate(
    async ([all, most]) => {
      const answers: { rows?: Record<string, unknown>[]; truncated?: boolean; refusal?: unknown }[] = [];
      for (const text of all)
        answers.push(
          await window.regulars.sql(text, { limit: most }).then(
            ({ rows, provenance }) => ({ rows, truncated: provenance.truncated ?? false }),
            (refusal: unknown) => ({ refusal }),
          ),
        );
      return answers;
    },
    [texts, limit] as const,
  );
const one = async (text: string, limit?: number) => (await ask(app.page, [text], limit))[0]!;
const refusal = async (text: string) => (await one(text)).refusal as Refusal | undefined;

/** Every table that is there: its rows and a hash over all of them; and every setting. */
async function dump() {
  const { rows } = await one(
    'select database_name, schema_name, table_name from duckdb_tables() where not internal order by all',
    1000,
  );
  const names = (rows ?? []).map((row) => `"${String(row.table_name)}"`);
  const counted = await ask(
    app.page,
    names.map((name) => `select count(*) as n, bit_xor(hash(t))::varchar as hash from ${name} as t`),
  );
  const settings = await one('select name, value from duckdb_settings() order by name', 1000);
  return {
    tables: rows,
    contents: names.map((name, i) => [name, counted[i]?.rows]),
    settings: settings.rows,
  };
}

describe('a text of a user’s', () => {
  test('changes no table, no row and no setting, whatever it says', async () => {
    const before = await dump();
    expect(before.contents.length).toBeGreaterThan(5);
    expect(before.contents.find(([name]) => name === '"orders"')?.[1]).toMatchObject([{ n: 400 }]);
    await ask(app.page, hostileStatements(targets));
    const after = await dump();
    expect(after.contents).toEqual(before.contents);
    expect(after.tables).toEqual(before.tables);
    expect(after.settings).toEqual(before.settings);
  });

  test('that changes something or holds a second statement is refused with a sentence', async () => {
    const texts = changingStatements(targets);
    const answers = await ask(app.page, texts);
    const answered = texts.filter((_, i) => answers[i]?.rows);
    expect(answered).toEqual(["select 1 as a) where 'canary' = ('canary'"]);
    for (const { refusal: said } of answers.filter((answer) => answer.refusal))
      expect(said).toMatchObject({
        code: 'bad-sql',
        message: expect.stringMatching(/\w{3}/),
        next: expect.any(String),
      });
  });

  // The engine's own functions are called one by one in tests/warehouse/every-function.test.ts.
  test('cannot switch on the log of the engine, which would break it or fill its memory', async () => {
    const paths = ["{'path': 'in/log'}", "{'path': 'in/any'}", "{'path': ''}", '{}', "{'path': '/dev/null'}"];
    for (const storage of paths) {
      const text = `select * from enable_logging(storage = 'file', storage_config = ${storage})`;
      expect(await refusal(text)).toMatchObject({
        code: 'bad-sql',
        message: 'enable_logging is not run here: it does more than read.',
        position: text.indexOf('enable_logging'),
      });
    }
    expect((await one("select file from glob('in/*')")).rows).toEqual([]);
    expect((await one("select current_setting('enable_logging') as is_on")).rows).toEqual([{ is_on: 0 }]);
    expect((await one('select count(*) as n from orders')).rows).toEqual([{ n: 400 }]);
  });

  const places: [string, string, string][] = [
    ['a column that is not there', 'select order_id,\n  nothing\nfrom orders', 'nothing'],
    ['a table that is not there', 'select 1 as a\nfrom nowhere', 'nowhere'],
    ['another statement', 'drop table orders', 'table'],
    ['a second statement', 'select 1; drop table orders', ';'],
    [
      'a place in a very long line',
      `select ${Array.from({ length: 30 }, (_, i) => `${i} as column_${i}`).join(', ')}, nothing from orders`,
      'nothing',
    ],
  ];
  test.each(places)('with %s is refused with its place', async (_what, text, word) => {
    expect((await refusal(text))?.position).toBe(text.indexOf(word));
  });

  test('with an open end is refused with a place inside the text', async () => {
    const text = 'select (1';
    expect((await refusal(text))?.position).toBeLessThanOrEqual(text.length);
  });
});

describe('the rows that come back', () => {
  test('are as many as were asked for, and more are said', async () => {
    const more = await one('select * from range(11)', 10);
    expect([more.rows?.length, more.truncated]).toEqual([10, true]);
    const all = await one('select * from range(10)', 10);
    expect([all.rows?.length, all.truncated]).toEqual([10, false]);
  });

  test('are never more than 100,000, by whatever trick', async () => {
    const tricks = ['select * from range(200000)', 'select 1) union all (select * from range(200000)'];
    for (const text of tricks) {
      const answer = await one(text, 1_000_000);
      expect([answer.rows?.length, answer.truncated]).toEqual([100_000, true]);
    }
  });

  test('are said to be cut on the page', async () => {
    await openSqlPage(app.page);
    expect(await runOnSqlPage(app.page, 'select * from range(200000)')).toBeNull();
    await app.page.getByText(words.pages.sql.truncated('100,000')).waitFor();
  });

  test('are said to be cut where there are 20,000 columns or a cell of 200 MB, and the page answers', async () => {
    const { page } = app;
    await openSqlPage(page);
    const said = words.pages.sql;
    const wide = `select ${Array.from({ length: 20_000 }, (_, i) => `${i} as c${i}`).join(', ')}`;
    expect(await runOnSqlPage(page, wide)).toBeNull();
    await page.getByText(said.cutColumns('500', '20,000')).waitFor();
    expect(await page.locator('.answer thead th').count()).toBe(500);
    expect(await runOnSqlPage(page, "select repeat('x', 200000000) as t")).toBeNull();
    await page.getByText(said.cutTexts('32,767')).waitFor();
    const started = Date.now();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(Date.now() - started).toBeLessThan(2000);
  });

  test('may hold every type that DuckDB has, dates beyond JavaScript’s too', async () => {
    expect((await one("select 'infinity'::date as d, 'infinity'::timestamp as t")).rows).toEqual([
      { d: 'infinity', t: 'infinity' },
    ]);
  });

  test('keep their numbers inside lists, structs and maps', async () => {
    const text =
      "select [1::bigint] as l, {'a': 2::hugeint, 'b': 3.5::decimal(9, 2)} as s, map {'x': 4} as m, 5 as n";
    expect((await one(text)).rows).toEqual([{ l: '[1]', s: "{'a': 2, 'b': 3.50}", m: '{x=4}', n: 5 }]);
  });
});

test('sabotage: a changed row is seen in the dump', async () => {
  const before = await dump();
  await app.page.evaluate(() =>
    window.regulars.open(
      [
        new File(
          ['order_id,order_date,customer_id,amount\n1,2024-01-31,a,5\n2,2024-02-28,b,7\n'],
          'other.csv',
        ),
      ],
      {},
    ),
  );
  expect((await dump()).contents).not.toEqual(before.contents);
});
