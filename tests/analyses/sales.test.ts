import { beforeAll, describe, expect, it } from 'vitest';
import { GRAINS } from '../../src/analyses/define';
import type { AnalysisParams } from '../../src/engine/call-contract';
import type { Row } from '../../src/domain/table';
import { dataFile, describeWithData } from '../helpers/data';
import { near } from '../helpers/expected';
import { ENGINES, openShop, type OpenShop } from '../helpers/warehouse';

/** Sales of each period add up, agree with growth, and stand beside those of the year before. */

const OF_YEAR = { day: 364, week: 52, month: 12, quarter: 4, year: 1 } as const;
const REFUNDS = ['original_order', 'refund_date', 'none'] as const;
const pick = (rows: readonly Row[], ...names: string[]) => rows.map((row) => names.map((name) => row[name]));
const total = (rows: readonly Row[], name: string) => rows.reduce((sum, row) => sum + Number(row[name]), 0);
const cents = (value: unknown) => Math.round(Number(value) * 100);

/** Three Decembers and two Januaries of a shop that begins on 1 December 2021; `head` says what the file holds. */
function years(head: 'all' | 'nobody' | 'no amounts'): string {
  const orders = [
    ['1', '2021-12-01', 'A', '10.00'],
    ['2', '2021-12-24', 'B', '20.00'],
    ['3', '2022-01-03', 'A', '5.00'],
    ['4', '2022-12-24', 'A', '7.50'],
    ['5', '2022-12-24', 'C', '30.00'],
    ['6', '2022-12-31', '', '2.50'],
    ['7', '2023-01-01', 'C', '4.00'],
    ['8', '2023-12-23', 'B', '50.00'],
    ['9', '2023-12-24', 'D', '1.00'],
  ];
  const columns = { all: [0, 1, 2, 3], nobody: [0, 1, 3], 'no amounts': [0, 1, 2] }[head];
  const names = ['Order ID', 'Order date', 'Customer ID', 'Amount'];
  return [names, ...orders].map((row) => columns.map((at) => row[at]).join(',')).join('\n') + '\n';
}
const open = (text: string) => openShop('native', text, { history: 'complete' });
const monthOf = async (shop: OpenShop, month: string, params: AnalysisParams = {}) =>
  (await shop.analyse('sales', params)).rows.find(({ period }) => period === `${month}-01`)!;

describe('three Decembers, counted by hand', () => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await open(years('all'));
  });

  it('December 2022 has an older, a new and an unknown buyer, and December 2021 beside it', async () => {
    expect(await monthOf(shop, '2022-12')).toMatchObject({
      ...{ orders: 3, orders_new: 1, orders_returning: 1, orders_unknown: 1 },
      ...{ net: 40, net_new: 30, net_returning: 7.5, net_unknown: 2.5, margin: null },
      ...{ customers: 2, customers_new: 1, customers_returning: 1, is_complete: true },
      ...{ net_year_before: 30, orders_year_before: 2 },
    });
    expect((await monthOf(shop, '2022-12')).aov).toBeCloseTo(40 / 3, 12);
  });

  it('a month without orders is 0 a year later, and before the file began nothing is known', async () => {
    expect(await monthOf(shop, '2023-02')).toMatchObject({ net: 0, aov: null, net_year_before: 0 });
    expect(await monthOf(shop, '2022-11')).toMatchObject({ net_year_before: null, orders_year_before: null });
  });

  it('a year of which the file lacks eleven months is compared with nothing; a full one is', async () => {
    const { rows } = await shop.analyse('sales', { grain: 'year' });
    expect(pick(rows, 'period', 'net', 'net_year_before', 'is_complete')).toEqual([
      ['2021-01-01', 30, null, true],
      ['2022-01-01', 45, null, true],
      ['2023-01-01', 55, 45, false],
    ]);
  });

  it('days and weeks are compared with those of 52 weeks before, on the same day of the week', async () => {
    const days = (await shop.analyse('sales', { grain: 'day' })).rows;
    const saturday = days.find(({ period }) => period === '2023-12-23');
    expect(saturday).toMatchObject({ net: 50, net_year_before: 37.5, orders_year_before: 2 });
    const weeks = (await shop.analyse('sales', { grain: 'week' })).rows;
    expect(weeks.at(-1)).toMatchObject({ period: '2023-12-18', net: 51, net_year_before: 37.5 });
  });

  it('a period that is asked for has its year before, although that is not shown', async () => {
    const { rows } = await shop.analyse('sales', { from: '2022-12-10', to: '2023-01-15' });
    expect(pick(rows, 'period', 'net', 'net_year_before')).toEqual([
      ['2022-12-01', 40, 30],
      ['2023-01-01', 4, 5],
    ]);
  });

  it('where only later orders count, what came before is unknown and not 0', async () => {
    const orders_that = { from: '2022-01-15' };
    expect(await monthOf(shop, '2022-12', { orders_that })).toMatchObject({ net: 40, net_year_before: null });
    expect(await monthOf(shop, '2023-12', { orders_that })).toMatchObject({ net: 51, net_year_before: 40 });
  });

  it('a customer type leaves unknown buyers out', async () => {
    expect(await monthOf(shop, '2022-12', { customer_type: 'final' })).toMatchObject({
      ...{ orders: 2, orders_unknown: 0, net: 37.5, net_unknown: 0 },
    });
  });
});

describe.each(ENGINES)('a file that lacks a column, on %s DuckDB', (engine) => {
  it('without customers has sales alone, all by unknown buyers, and marks no new customers', async () => {
    const shop = await openShop(engine, years('nobody'));
    const { rows } = await shop.analyse('sales');
    expect(total(rows, 'net')).toBe(130);
    expect(pick(rows, 'orders', 'net')).toEqual(pick(rows, 'orders_unknown', 'net_unknown'));
    expect(total(rows, 'customers')).toBe(0);
    expect(rows.some(({ is_left_cut }) => is_left_cut === true)).toBe(false);
    expect(await monthOf(shop, '2022-12')).toMatchObject({ net: 40, net_year_before: 30 });
  });

  it('without amounts has orders and customers, and no money', async () => {
    const shop = await openShop(engine, years('no amounts'), { history: 'complete' });
    expect(await monthOf(shop, '2022-12')).toMatchObject({
      ...{ orders: 3, orders_new: 1, orders_year_before: 2, customers: 2 },
      ...{ net: null, net_new: null, net_unknown: null, aov: null, net_year_before: null },
    });
  });
});

/** Sales of the calendar years as Tableau's sample workbook is known for; the file's years are the same. */
const SUPERSTORE = [484_247.4981, 470_532.509, 609_205.598, 733_215.2552];

describeWithData('sales of real shops', () => {
  it('Superstore sold in each year what is published, and in the year before too', async () => {
    const shop = await openShop('native', { path: dataFile('real', 'superstore/superstore.csv') });
    const { rows } = await shop.analyse('sales', { grain: 'year' });
    expect(rows).toHaveLength(4);
    rows.forEach((row, at) => near(row.net, SUPERSTORE[at]!, `year ${at + 1}`));
    // It sold nothing before 3 January of its first year, so that nobody knows whether that year is whole.
    expect(rows[1]!.net_year_before).toBeNull();
    near(rows[2]!.net_year_before, SUPERSTORE[1]!, 'before the third');
    near(rows[3]!.net_year_before, SUPERSTORE[2]!, 'before the fourth');
  });

  const shops = [
    ['superstore/superstore.csv', { customers_who: { Segment: ['Corporate'] } }],
    ['uci_online_retail/online_retail.csv.gz', { orders_that: { country: ['Germany', 'France'] } }],
    ['maven_fuzzy_factory/orders.csv', { from: '2013-01-01' }],
  ] as const;
  describe.each(shops)('%s', (file, filter) => {
    let shop: OpenShop;
    beforeAll(async () => {
      const refunds = file.replace('orders.csv', 'order_item_refunds.csv');
      const files = refunds === file ? [file] : [file, refunds];
      shop = await openShop(
        'native',
        files.map((one) => ({ path: dataFile('real', one) })),
      );
    }, 120_000);

    it.each(REFUNDS)('parts add up and are those of growth, refunds by %s', async (refunds) => {
      for (const params of [{ refunds }, { refunds, ...filter }] as unknown as AnalysisParams[])
        for (const grain of ['week', 'month', 'year']) {
          const asked = { ...params, grain };
          const { rows } = await shop.analyse('sales', asked);
          const grown = (await shop.analyse('growth', asked)).rows;
          const shared = ['period', 'customers', 'is_complete', 'is_left_cut', 'net_new', 'net_returning'];
          expect(pick(rows, ...shared, 'customers_new', 'net_unknown'), grain).toEqual(
            pick(grown, ...shared, 'new', 'net_anonymous'),
          );
          for (const row of rows) {
            const parts = (name: string) =>
              ['new', 'returning', 'unknown'].map((who) => row[`${name}_${who}`]);
            expect(cents(row.net), grain).toBe(
              cents(parts('net').reduce<number>((sum, one) => sum + Number(one), 0)),
            );
            expect(row.orders).toBe(parts('orders').reduce<number>((sum, one) => sum + Number(one), 0));
            expect(row.customers).toBe(Number(row.customers_new) + Number(row.customers_returning));
          }
        }
    });

    it.each(GRAINS)('the year before is the row a year earlier, by %s', async (grain) => {
      const { rows } = await shop.analyse('sales', { refunds: 'refund_date', grain });
      rows.forEach((row, at) => {
        const earlier = rows[at - OF_YEAR[grain]];
        const isHeld = earlier !== undefined && String(earlier.period) >= String(shop.report.from);
        expect([row.net_year_before, row.orders_year_before], String(row.period)).toEqual(
          isHeld ? [earlier.net, earlier.orders] : [null, null],
        );
      });
    });

    it('every grain has the same net and orders, those of the report and of the shop at a glance', async () => {
      const [glance] = (await shop.analyse('overview', { window: { months: 1200 } })).rows;
      for (const grain of GRAINS) {
        const { rows } = await shop.analyse('sales', { grain, refunds: 'none' });
        expect(total(rows, 'orders')).toBe(shop.report.all.orders);
        near(total(rows, 'net'), shop.report.all.sales!, `${grain} sales`);
        expect(total(rows, 'orders')).toBe(glance!.orders);
      }
    });
  });
});
