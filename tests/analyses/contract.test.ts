import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { SHARED_PARAMS, type Analysis, type ParamSpec } from '../../src/analyses/define';
import { analyses } from '../../src/analyses/registry';
import { views } from '../../src/analyses/views';
import type { Cell, ColumnType, Row, Unit } from '../../src/domain/table';
import type { AnalysisParams } from '../../src/engine/call-contract';
import { decode } from '../../src/engine/decode';
import { EngineError } from '../../src/engine/errors';
import { methodOf, titledOf } from '../../src/i18n/analysis-words';
import { loadAnalysisWords } from '../../src/i18n/language';
import { parameterNames } from '../../workers/engine/sql/bind';
import { runnableText } from '../../workers/engine/ask/run-analysis';
import { ENGINES, engineOf, openShop, type EngineName, type OpenShop } from '../helpers/warehouse';
import { inWords } from '../helpers/told';

/** What every analysis has to keep, whatever it asks. Nothing here names one: a new folder is covered as it is. */
const fixture = new URL('../fixtures/twelve-customers/', import.meta.url);
const twelve = readFileSync(new URL('orders.csv', fixture), 'utf8');
const header = twelve.slice(0, twelve.indexOf('\n') + 1);

interface Golden {
  params: AnalysisParams;
  rows: Row[];
}
const goldenOf = (id: string): Golden[] => {
  const file = new URL(`golden/${id}.json`, fixture);
  if (!existsSync(file)) throw new Error(`tests/fixtures/twelve-customers/golden/${id}.json is missing`);
  return JSON.parse(readFileSync(file, 'utf8')) as Golden[];
};

/** The types in which DuckDB may answer for each type that the page knows; the engine casts the wide ones on open. */
const DUCKDB: Record<ColumnType, RegExp> = {
  text: /^VARCHAR$/,
  integer: /^U?(TINYINT|SMALLINT|INTEGER)$/,
  number: /^(FLOAT|DOUBLE)$/,
  boolean: /^BOOLEAN$/,
  date: /^DATE$/,
  timestamp: /^TIMESTAMP$/,
};
const UNITS: Record<ColumnType, readonly Unit[]> = {
  text: ['text'],
  integer: ['count', 'age', 'days'],
  number: ['rate', 'money', 'number', 'days', 'count'],
  boolean: ['flag'],
  date: ['date'],
  timestamp: ['timestamp'],
};

/** A value that the parameter cannot have, of a kind that a console would send. */
function wrongValues(spec: ParamSpec): AnalysisParams[string][] {
  if (spec.kind === 'pattern') return ['', "1'; drop table orders; --", 7];
  if (spec.kind === 'flag') return ['true', 1];
  if (spec.kind === 'number') return [spec.minimum - 1, spec.maximum + 1, String(spec.minimum), NaN];
  if (spec.kind === 'window')
    return ['12 months; drop table orders', '1 year', 12, { months: 0 }, { days: 1.5 }, { days: 36_501 }];
  if (spec.kind === 'days_or_period') return ['365', 0, 36_501, 'month', { days: 3 }];
  if (spec.kind === 'choice' || spec.kind === 'choice_or_null') return ["x' or 1=1 --", 7];
  if (spec.kind === 'customers_who')
    return [
      ...['Germany', 7, true, {}, '{"country": []}', '{"country": [7]}'],
      ...[{ status: 'gone' }, { status: [] }, { tenure: {} }, { tenure: { at_least: 3 } }],
      ...['{"tenure": {"over": {"days": 3}}}', { rfm: 'Champions' }, { rfm: { group: 'Best' } }],
      ...[{ rfm: { group: 'Loyal', squares: "x'; drop table orders" } }, { rfm: { group: 'Loyal', of: 1 } }],
    ];
  if (spec.kind === 'orders_that')
    return [
      'Web',
      {},
      { first_order: 'inside' },
      { from: '2024-02-30' },
      { channel: [] },
      { channel: 'Web', first_order: 'last' },
    ];
  if (spec.kind === 'date') return ['2024-02-30', '03/04/2024', "2024-01-01'; drop table orders; --"];
  if (spec.kind === 'integer') return [spec.minimum - 1, spec.maximum + 1, 1.5, '3'];
  return ['', 7, 'x'.repeat(1001)];
}

function expectCells(found: Row[], expected: Row[], where: string) {
  expect(found.length, where).toBe(expected.length);
  expected.forEach((wanted, index) => {
    const row = found[index] ?? {};
    for (const [name, value] of Object.entries(wanted)) {
      const at = `${where} row ${index} ${name}`;
      expect(Object.keys(row), at).toContain(name);
      expectCell(row[name] ?? null, value, at);
    }
  });
}

function expectCell(found: Cell, wanted: Cell, at: string) {
  if (typeof wanted !== 'number' || Number.isInteger(wanted)) return expect(found, at).toBe(wanted);
  const isNear =
    typeof found === 'number' && Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
  if (!isNear) expect.fail(`${at}: ${String(found)} instead of ${wanted}`);
}

const refusal = (asked: Promise<unknown>): Promise<EngineError> =>
  asked.then(
    () => expect.fail('was answered'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(EngineError);
      return error as EngineError;
    },
  );

const all = [...analyses.values()];
const each = all.map((analysis) => [analysis.id, analysis] as const);

/** One shop in both engines for all analyses: an answer changes no table that another one reads. */
const opened = new Map<EngineName, Promise<OpenShop>>();
function twelveIn(engine: EngineName): Promise<OpenShop> {
  const shop = opened.get(engine) ?? openShop(engine, twelve, { history: 'complete' });
  opened.set(engine, shop);
  return shop;
}

beforeAll(loadAnalysisWords);

it('there are analyses to hold to the contract', () => expect(all.length).toBeGreaterThan(1));

describe.each(each)('%s', (id, analysis) => {
  const shared = SHARED_PARAMS.map(({ name }) => name);
  const own = analysis.params.map(({ name }) => name);

  it('names in its SQL its own parameters, all of them, and besides only shared ones', () => {
    const named = parameterNames(analysis.sql);
    expect(own.filter((name) => shared.includes(name))).toEqual([]);
    expect(named.filter((name) => ![...own, ...shared].includes(name))).toEqual([]);
    expect(own.filter((name) => !named.includes(name))).toEqual([]);
  });

  it('names its parameters in its first step only', () => {
    const steps = analysis.sql.replace(/--[^\n]*/g, '').split(/\n\),\n/);
    expect(parameterNames(steps.slice(1).join('\n'))).toEqual([]);
  });

  it('declares a unit that fits the type of each column, and says what each means', () => {
    expect(new Set(analysis.columns.map(({ name }) => name)).size).toBe(analysis.columns.length);
    for (const { name, type, unit, means } of analysis.columns) {
      expect(UNITS[type], name).toContain(unit);
      expect(means.length, name).toBeGreaterThan(5);
    }
  });

  it.each([...analysis.params, ...SHARED_PARAMS].map((spec) => [spec.name, spec] as const))(
    'refuses a wrong %s and says which parameter it was',
    (name, spec) => {
      for (const value of wrongValues(spec)) {
        const refused = () => inWords(() => runnableText(analysis, { [name]: value }));
        expect(refused, String(value)).toThrow(new RegExp(`parameter ${name} `));
      }
    },
  );

  it('has a page, found under its id', async () => {
    const page = await views.get(id)?.();
    expect(page?.default).toBeTypeOf('function');
  });

  it('has a title, a question and a method', () => {
    expect(titledOf(id).title).not.toBe(id);
    expect(titledOf(id).question.length).toBeGreaterThan(5);
    expect(methodOf(id)).toMatch(/^# \S/);
  });

  it('refuses a parameter that it does not have', () => {
    expect(() => inWords(() => runnableText(analysis, { colour: 'red' }))).toThrow(/parameter colour /);
  });

  describe.each(ENGINES)('on %s DuckDB', (engine) => {
    let shop: OpenShop;
    beforeAll(async () => {
      shop = await twelveIn(engine);
    });

    it('is one statement that prepares', async () => {
      await shop.database.prepare(runnableText(analysis, {}).sql);
    });

    it('answers in the declared columns, and none of them is wider than the page can read', async () => {
      const described = await shop.rows<{ column_name: string; column_type: string }>(
        `describe ${runnableText(analysis, {}).sql}`,
      );
      expect(described.map(({ column_name }) => column_name)).toEqual(
        analysis.columns.map(({ name }) => name),
      );
      described.forEach(({ column_type }, at) => {
        const { name, type } = analysis.columns[at]!;
        expect(column_type, name).toMatch(DUCKDB[type]);
      });
      const answer = await shop.analyse(id);
      expect(answer.columns).toEqual(analysis.columns.map(({ name, type, unit }) => ({ name, type, unit })));
    });

    it('answers about some customers only, and says so in the text that ran', async () => {
      const some = await shop.analyse(id, { customers_who: { country: ['Germany', 'Austria'] } });
      expect(some.columns.map(({ name }) => name)).toEqual(analysis.columns.map(({ name }) => name));
      expect(some.sql).toContain("value in ('Germany', 'Austria')");
    });

    it.each(['ever', 'inside'])(
      'answers about some orders only, the first of them being the customer’s first: %s',
      async (first_order) => {
        const orders_that = { from: '2024-01-05', channel: ['Web', "Shop's"], first_order };
        const some = await shop.analyse(id, { orders_that, customers_who: { country: ['Germany'] } });
        expect(some.columns.map(({ name }) => name)).toEqual(analysis.columns.map(({ name }) => name));
        expect(some.sql).toContain("value in ('Web', 'Shop''s')");
        expect(some.provenance.params?.orders_that).toContain('"channel":["Web"');
      },
    );

    it('gives the answers worked out on paper for the twelve customers', async () => {
      const golden = goldenOf(id);
      expect(golden.length).toBeGreaterThan(0);
      for (const { params, rows } of golden) {
        const found = (await shop.analyse(id, params)).rows;
        expectCells(found, rows, JSON.stringify(params));
      }
    });
  });

  it('gives equal rows where the text that is shown runs unchanged in the other DuckDB', async () => {
    const wasm = await twelveIn('wasm');
    const native = await twelveIn('native');
    const asked = [
      ...goldenOf(id).map(({ params }) => params),
      { orders_that: { category: 'Drinks' } },
      { orders_that: { category: 'Drinks', to: '2024-06-15', first_order: 'inside' } },
    ] as AnalysisParams[];
    for (const params of asked) {
      const { sql, rows } = await wasm.analyse(id, params);
      const there = await native.api.runUserQuery(new AbortController().signal, sql, 100_000);
      const found = decode(there).rows;
      analyses.get(id)!.judge?.(found);
      expectCells(found, rows, JSON.stringify(params));
    }
  });
});

describe.each(ENGINES)('on %s DuckDB', (engine) => {
  const needing = (need: Analysis['needs'][number]) => all.filter(({ needs }) => needs.includes(need));

  it('the text that is shown runs in an engine that was asked nothing before', async () => {
    const shop = await openShop(engine, twelve);
    const orders_that = { category: 'Drinks' };
    for (const [id, params] of [
      ['products', { least: 1 }],
      ['cohort-retention', { cohort_by: 'channel', orders_that }],
    ] as const) {
      const { sql } = runnableText(analyses.get(id)!, params);
      const before = decode(await shop.api.runUserQuery(new AbortController().signal, sql, 100_000)).rows;
      expect(before.length).toBeGreaterThan(0);
      expectCells(before, (await shop.analyse(id, params)).rows, id);
    }
  });

  it('a file of which no row is an order is answered with what is missing', async () => {
    const cancelled = '1,2024-01-05 10:00:00,K01,,Germany,Web,Tea,Drinks,1,5.00,0.00,,Cancelled\n';
    const shop = await openShop(engine, header + cancelled + cancelled.replace('1,', '2,'));
    expect(shop.report).toMatchObject({ rows_read: 2, rows_used: 2, from: null, as_of: null });
    expect(shop.report.set_aside).toEqual([]);
    expect(needing('orders').length).toBeGreaterThan(0);
    for (const { id } of needing('orders')) {
      const refused = await refusal(shop.analyse(id));
      expect(refused.code).toBe('missing-data');
      expect(refused.message).toContain(titledOf(id).title);
      expect(refused.next).toBeTruthy();
    }
  });

  it('a file that does not say who bought is answered with the column that is missing', async () => {
    const bare = 'Order ID,Order date,Amount\n1,2024-01-05,10.00\n2,2024-02-05,12.50\n3,2024-02-07,9.99\n';
    const shop = await openShop(engine, bare);
    expect(shop.report.all).toEqual({ orders: 3, sales: 32.49 });
    expect(needing('customers').length).toBeGreaterThan(0);
    for (const { id } of needing('customers')) {
      expect(await refusal(shop.analyse(id))).toMatchObject({ code: 'missing-data', column: 'customer' });
    }
  });

  it('a split by something that first orders do not have is answered with what they have', async () => {
    const shop = await openShop(engine, twelve);
    for (const { id, params } of all) {
      for (const { name } of params.filter(({ kind }) => kind === 'attribute')) {
        const refused = await refusal(shop.analyse(id, { [name]: 'shoe size' }));
        expect(refused).toMatchObject({ code: 'missing-data', column: 'shoe size' });
        expect(refused.next).toContain('country');
      }
    }
  });

  it('orders that differ in something that the file does not have are answered with what it has', async () => {
    const shop = await openShop(engine, twelve);
    const refused = await refusal(shop.analyse('growth', { orders_that: { branch: 'North' } }));
    expect(refused).toMatchObject({ code: 'missing-data', column: 'branch' });
    expect(refused.next).toContain('channel');
  });

  it('an analysis that does not exist is answered with those that do', async () => {
    const { api } = await engineOf(engine);
    await openShop(engine, twelve);
    const refused = await refusal(api.runAnalysis(new AbortController().signal, 'astrology', {}));
    expect(refused.code).toBe('unknown-analysis');
    for (const { id } of all) expect(refused.next).toContain(id);
  });
});
