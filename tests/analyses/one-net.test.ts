import { beforeAll, describe, expect, it } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import type { Choices } from '../../src/domain/choices';
import { netLines, type NetLines } from '../../src/domain/net';
import type { Row } from '../../src/domain/table';
import type { AnalysisParams } from '../../src/engine/call-contract';
import { isWhole } from '../helpers/counts';
import { dataFile, describeWithData } from '../helpers/data';
import { openShop, type OpenShop } from '../helpers/warehouse';

/** Every page has the net of the report, or says what lies between, on the small files and on real ones. */

/** Whole files: parameters under which a page counts all days and all products. */
const WHOLE: Record<string, AnalysisParams> = {
  overview: { window: { months: 1200 } },
  rfm: { window_months: null },
  'rule-of-thumb': { window_days: 3650 },
  products: { least: 1 },
};
/** Those of the questions that hold all of known customers or all, but for what comes before a first order. */
const EVERYTHING = [
  'overview',
  'growth',
  'sales',
  'net-by-cohort',
  'concentration',
  'cohort-value',
  'rfm',
  'rule-of-thumb',
];

const REAL: [name: string, files: string[], choices: Choices][] = [
  ['uci_online_retail', ['uci_online_retail/online_retail.csv.gz'], {}],
  [
    'maven_fuzzy_factory',
    ['maven_fuzzy_factory/orders.csv', 'maven_fuzzy_factory/order_item_refunds.csv'],
    {},
  ],
  ['adventureworks', ['adventureworks/sales.csv'], {}],
  ['superstore', ['superstore/Sample-Superstore.xls'], {}],
  ['northwind', ['northwind/order_lines.csv'], {}],
  ['cdnow', ['cdnow/CDNOW_master.txt'], { order_grain: 'row' }],
];

interface Asked {
  rows: Row[];
  net: NetLines | null;
}
async function ask(shop: OpenShop, id: string, params: AnalysisParams): Promise<Asked | string> {
  const { net } = analyses.get(id)!;
  try {
    const { rows, provenance } = await shop.analyse(id, { ...WHOLE[id], ...params });
    return { rows, net: net ? netLines(net, rows, provenance.net ?? {}, provenance.params ?? {}) : null };
  } catch (error) {
    return (error as Error).message;
  }
}
const netOf = async (shop: OpenShop, id: string, params: AnalysisParams): Promise<NetLines> => {
  const asked = await ask(shop, id, params);
  if (typeof asked === 'string' || !asked.net) throw new Error(`${id}: ${JSON.stringify(asked)}`);
  return asked.net;
};
/** The grain where the question has one. */
const withGrain = (id: string, { grain, ...params }: AnalysisParams): AnalysisParams =>
  analyses.get(id)!.params.some((one) => one.name === 'grain') ? { ...params, grain: grain! } : params;
const sumOf = async (shop: OpenShop, sql: string): Promise<number> =>
  Number(Object.values((await shop.rows(sql))[0] ?? {})[0] ?? 0);
const part = (net: NetLines, name: string) => net.outside.find((one) => one.part === name)?.amount ?? 0;

/** From the rows of the file alone: sales of orders that were not cancelled, less what was given back of them or of no known order. */
const ROWS_NET = `with cancelled as (
    select order_id from staged_lines where kind = 'sale' group by order_id having bool_or(is_cancelled)
  )
  select sum(case when order_id in (select order_id from cancelled) then 0 when kind = 'sale' then sales - coalesce(refund, 0)
    when kind = 'refund' then sales else 0 end)::double as net from staged_lines where kind <> 'set_aside'`;
/** Refunds that stand in a period before that of their customer's first order. */
const BEFORE = (grain: string, day: string) => `select coalesce(-sum(amount - excess), 0)::double as amount
  from refunds where is_of_customer and date_trunc('${grain}', ${day}) < date_trunc('${grain}', first_ordered_on)`;

describeWithData('one net', () => {
  describe.each(REAL)('%s', (name, files, choices) => {
    let shop: OpenShop;
    const near = (found: number, expected: number, where = '') =>
      expect(Math.abs(found - expected), `${name} ${where}: ${found}, not ${expected}`).toBeLessThan(
        Math.max(1e-6, Math.abs(shop.report.all.sales!) * 1e-9),
      );
    beforeAll(async () => {
      const sources = files.map((file) => ({ path: dataFile('real', file) }));
      shop = await openShop('native', sources, { history: 'complete', ...choices });
    });

    it('the report’s net is that of the rows, and the way there adds up', async () => {
      expect(shop.report.facts.filter(({ id }) => id === 'check_failed')).toEqual([]);
      near(shop.report.net!, await sumOf(shop, ROWS_NET), 'rows');
      const { steps, identified } = shop.report;
      const plus = steps
        .filter(({ kind }) => kind === 'plus')
        .reduce((sum, { sales }) => sum + (sales ?? 0), 0);
      near(identified.net! + plus, shop.report.net!, 'bridge');
      near(await sumOf(shop, 'select sum(net)::double as net from customers'), identified.net!, 'SQL page');
    });

    it.each(['original_order', 'refund_date', 'none'])('on every page, refunds by %s', async (refunds) => {
      for (const [id, { net }] of analyses) {
        if (!net) continue;
        const asked = await ask(shop, id, { refunds, grain: undefined as never });
        if (typeof asked === 'string') continue;
        if (!asked.net) throw new Error(`${id} says no net`);
        const { here, whole, outside } = asked.net;
        near(whole, shop.report.net!, `${id} whole`);
        near(here + outside.reduce((sum, { amount }) => sum + amount, 0), whole, `${id} lines`);
        if (EVERYTHING.includes(id)) near(part(asked.net, 'not_here'), 0, `${id} leaves out`);
      }
      const day = refunds === 'refund_date' ? 'refunded_on' : 'coalesce(original_on, refunded_on)';
      const early = await sumOf(shop, BEFORE('month', day));
      const isOutside = {
        'cohort-value': refunds !== 'none',
        growth: refunds === 'original_order',
        sales: refunds === 'original_order',
      };
      for (const [id, has] of Object.entries(isOutside))
        near(part(await netOf(shop, id, { grain: 'month', refunds }), 'before_first'), has ? early : 0, id);
    });

    const isAsked = isWhole || name === 'superstore' || name === 'uci_online_retail';
    it.runIf(isAsked)('a filter that leaves nothing out changes no answer', async () => {
      const orders_that = { from: '1990-01-01', to: '2100-01-01' };
      for (const [id, { fit, after, params, net }] of analyses) {
        // Half a million lines are asked what has money in it; one smaller file, and in the long form each, is asked everything.
        const isAskedAll = name === 'superstore' || (isWhole && name !== 'uci_online_retail');
        if (fit || after || (!isAskedAll && !net)) continue;
        const grain = params.some((one) => one.name === 'grain') ? { grain: 'month' } : {};
        for (const refunds of net && isAskedAll ? ['original_order', 'refund_date'] : ['original_order']) {
          const asked = { ...grain, refunds };
          const plain = await ask(shop, id, asked);
          expect(await ask(shop, id, { ...asked, orders_that }), id).toEqual(plain);
        }
      }
    });

    it.runIf(name === 'uci_online_retail')(
      'no refund of UCI is lost, though none of them names an order',
      async () => {
        for (const orders_that of [null, { from: '2010-01-01' }]) {
          const { rows } = await shop.analyse('concentration', { orders_that });
          near(Number(rows[0]?.net), 8_310_477.054, 'concentration');
        }
        const { rows } = await shop.analyse('products', { least: 1 });
        const jar = rows.find(({ product }) => product === 'MEDIUM CERAMIC TOP STORAGE JAR');
        near(Number(jar?.net), 4_221.28, 'the jar');
        const [thumb] = (await shop.analyse('rule-of-thumb')).rows;
        const [now] = (await shop.analyse('overview', { window: { days: 365 } })).rows;
        near(Number(thumb?.average_order), Number(now?.aov_known), 'an average order');
      },
    );

    it.runIf(name === 'superstore')('returns of whole orders are told from refunds without an order', () => {
      const { facts } = shop.report;
      expect(facts.find(({ id }) => id === 'refunds_in_full')?.values.rows).toBe(296);
      expect(facts.map(({ id }) => id)).not.toContain('refunds_outside');
    });

    const pages = ['growth', 'sales', 'net-by-cohort', 'cohort-value', 'concentration', 'products'];
    const valuesOf = async (header: string) => {
      const column = JSON.stringify(header);
      const found = await shop.rows<{ value: string }>(
        `select distinct ${column} as value from source where ${column} is not null order by value`,
      );
      return found.map(({ value }) => value);
    };
    it.runIf(name === 'superstore').each([
      ['Segment', pages],
      ['Region', pages],
      ['Ship Mode', pages],
      ['State', ['growth']],
    ] as const)(
      'the orders of each %s add up to all',
      async (header, ids) => {
        const values = await valuesOf(header);
        for (const refunds of ['original_order', 'refund_date'])
          for (const id of ids) {
            const asked = { refunds, grain: 'quarter' };
            const all = await netOf(shop, id, withGrain(id, asked));
            const sum = { whole: 0, here: 0 };
            for (const value of values) {
              const orders_that = { [header]: value };
              const part = await netOf(shop, id, withGrain(id, { ...asked, orders_that }));
              sum.whole += part.whole;
              sum.here += part.here;
            }
            near(sum.whole, all.whole, `${id} ${refunds} whole`);
            // A product without a buyer among these orders is no row: money of orders that are no purchases is then outside.
            if (id !== 'products') near(sum.here, all.here, `${id} ${refunds} here`);
          }
      },
      120_000,
    );

    it.runIf(name === 'superstore')(
      'all values of a column together change no answer',
      async () => {
        const filters = await Promise.all(
          ['Segment', 'Region', 'State', 'Ship Mode'].map(async (header) => ({
            [header]: await valuesOf(header),
          })),
        );
        for (const [id, { fit, after }] of analyses) {
          if (fit || after) continue;
          const plain = await ask(shop, id, {});
          for (const orders_that of filters) expect(await ask(shop, id, { orders_that }), id).toEqual(plain);
        }
      },
      120_000,
    );

    it('parts of the orders add up to all', async () => {
      const [middle] = await shop.rows<{ day: string; next: string }>(
        `select day::varchar as day, (day + 1)::varchar as next from (select quantile_disc(ordered_on, 0.5) as day from orders where is_valid)`,
      );
      const { day, next } = middle!;
      const halves = [{ to: day }, { from: next }];
      for (const id of ['growth', 'sales', 'net-by-cohort', 'cohort-value', 'concentration', 'products']) {
        const asked = await Promise.all(
          [{}, ...halves.map((orders_that) => ({ orders_that }))].map((that) =>
            ask(shop, id, { grain: 'quarter', ...that } as AnalysisParams),
          ),
        );
        if (asked.some((one) => typeof one === 'string')) continue;
        const [all, ...parts] = asked.map((one) => (one as Asked).net!);
        near(
          parts.reduce((sum, { whole }) => sum + whole, 0),
          all!.whole,
          `${id} by days`,
        );
      }
    });
  });
});
