import { describe, expect, it } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import { netLines } from '../../src/domain/net';
import type { AnalysisParams } from '../../src/engine/call-contract';
import { dataFile, describeWithData } from '../helpers/data';
import { fileOf, openShop, type OpenShop } from '../helpers/warehouse';

/** Every figure here was worked out by hand from the rows and counting.md. */
const edge = (name: string) =>
  openShop('native', { path: dataFile('edge', `${name}.csv`) }, { history: 'complete' });
const cents = (value: unknown) => Math.round(Number(value) * 1e6) / 1e6;

/** Money by month, of known customers and of nobody together. */
async function months(shop: OpenShop, refunds: string) {
  const { rows } = await shop.analyse('growth', { grain: 'month', refunds });
  return Object.fromEntries(
    rows.map((row) => [
      String(row.period).slice(0, 7),
      cents(Number(row.net_new) + Number(row.net_returning) + Number(row.net_anonymous)),
    ]),
  );
}
async function lines(shop: OpenShop, id: string, params: AnalysisParams = {}) {
  const { rows, provenance } = await shop.analyse(id, { refunds: 'original_order', ...params });
  const net = netLines(analyses.get(id)!.net!, rows, provenance.net ?? {}, provenance.params ?? {});
  if (!net) throw new Error(`${id} has no net`);
  const outside = Object.fromEntries(net.outside.map(({ part, amount }) => [part, cents(amount)]));
  return { here: cents(net.here), whole: cents(net.whole), outside };
}
async function nets(shop: OpenShop, id: string, column: string) {
  const { rows } = await shop.analyse(id);
  return Object.fromEntries(rows.map((row) => [row.customer ?? row.product, cents(row[column])]));
}
const averages = async (shop: OpenShop) => {
  const asked = ['original_order', 'refund_date'].map(async (refunds) => {
    const [now] = (await shop.analyse('overview', { refunds })).rows;
    const [thumb] = (await shop.analyse('rule-of-thumb', { refunds })).rows;
    return [cents(now?.aov), cents(now?.aov_known), cents(thumb?.average_order)];
  });
  return Promise.all(asked);
};

describeWithData('the edge files', () => {
  it('refunds of other months, before a first order, of people without orders: e1', async () => {
    const shop = await edge('e1_negative_rows');
    // 335.00 of eight orders of six customers and 12.00 of nobody; 195.00 was given back.
    expect(shop.report.identified).toEqual({ customers: 6, orders: 8, sales: 335, refunds: 185, net: 150 });
    expect(shop.report.net).toBe(152);
    expect(await months(shop, 'refund_date')).toEqual({
      '2023-12': -15,
      '2024-01': 155,
      '2024-02': 0,
      '2024-03': 12,
    });
    expect(await months(shop, 'original_order')).toEqual({ '2024-01': 165, '2024-02': 0, '2024-03': 12 });
    const outside = { before_first: -15, no_orders: -10 };
    for (const id of ['growth', 'net-by-cohort'])
      expect(await lines(shop, id, { grain: 'month' }), id).toEqual({ here: 177, whole: 152, outside });
    expect(await lines(shop, 'growth', { grain: 'month', refunds: 'refund_date' })).toEqual({
      ...{ here: 152, whole: 152 },
      outside: {},
    });
    expect(await lines(shop, 'cohort-value', { grain: 'month' })).toEqual({
      ...{ here: 165, whole: 152 },
      outside: { anonymous: 12, ...outside },
    });
    expect(await lines(shop, 'concentration')).toEqual({
      ...{ here: 150, whole: 152 },
      outside: { anonymous: 12, no_orders: -10 },
    });
    expect(await lines(shop, 'growth', { grain: 'month', refunds: 'none' })).toEqual({
      ...{ here: 347, whole: 152 },
      outside: { refunds: -195 },
    });
    expect(await nets(shop, 'rfm', 'monetary')).toEqual({ a: 120, b: -20, c: 0, d: 20, e: 10, g: 20 });
    expect(await nets(shop, 'tiers', 'net_12_months')).toEqual({ a: 120, b: -20, c: 0, d: 20, e: 25, g: 20 });
    // Up to the last order: what a and b gave back after theirs is not in it.
    expect(await nets(shop, 'churned', 'net_12_months')).toEqual({
      a: 150,
      b: 40,
      c: 0,
      d: 20,
      e: 25,
      g: 20,
    });
    // 347 − 185 over nine orders; 335 − 185 over eight.
    expect(await averages(shop)).toEqual([
      [18, 18.75, 18.75],
      [18, 18.75, 18.75],
    ]);
  });

  it('credit notes: of the order with the number, unless they are larger: e2', async () => {
    const shop = await edge('e2_credit_notes');
    expect(
      await shop.rows('select order_id, amount::double as amount, outside from refunds order by row_no'),
    ).toEqual([
      { order_id: '1001', amount: 30, outside: null },
      { order_id: '1002', amount: 40, outside: 'not_counted' },
      // C1004 gives back more than 1004 came to: it is of an order that is not here.
      { order_id: null, amount: 25, outside: null },
    ]);
    expect(shop.report.identified).toEqual({ customers: 4, orders: 4, sales: 125, refunds: 55, net: 70 });
    expect(shop.report.net).toBe(70);
    expect(await months(shop, 'refund_date')).toEqual({ '2024-01': 140, '2024-02': -30, '2024-03': -40 });
    expect(await months(shop, 'original_order')).toEqual({ '2024-01': 70, '2024-02': 10, '2024-03': -10 });
    expect(await nets(shop, 'rfm', 'monetary')).toEqual({ a: 70, b: 10, c: -15, d: 5 });
    expect(await averages(shop)).toEqual([
      [17.5, 17.5, 17.5],
      [17.5, 17.5, 17.5],
    ]);
    expect(shop.report.facts.map(({ id }) => id)).toContain('refunds_in_full');
    expect(shop.report.facts.map(({ id }) => id)).not.toContain('refunds_outside');
  });

  it('lines that come back, in thousandths: e9', async () => {
    const shop = await openShop(
      'native',
      { path: dataFile('edge', 'e9_lines.csv') },
      { history: 'complete', map: { product: 'sku' } },
    );
    // 1: 19.99 + 19.99 − 19.99; 2: 0.999; 3 is a refund of b alone, 39.98; 4: 0.00; 5: 49.98.
    expect(shop.report.net).toBe(30.989);
    expect(shop.report.identified).toEqual({
      customers: 3,
      orders: 3,
      sales: 90.959,
      refunds: 59.97,
      net: 30.989,
    });
    expect(await months(shop, 'refund_date')).toEqual({ '2024-01': 20.989, '2024-02': 10 });
    expect(await months(shop, 'original_order')).toEqual({ '2024-01': 20.989, '2024-02': 10 });
    expect(await nets(shop, 'rfm', 'monetary')).toEqual({ a: 19.99, b: -38.981, c: 49.98 });
    const { rows } = await shop.analyse('products', { least: 1 });
    expect(rows.map(({ product, net }) => [product, cents(net)])).toEqual([
      ['Y', 69.97],
      ['X', -38.981],
    ]);
    expect(cents(rows[1]?.refund_share)).toBe(cents(59.97 / 20.989));
    expect(await lines(shop, 'products', { least: 1 })).toEqual({ here: 30.989, whole: 30.989, outside: {} });
  });
});

const HEAD = 'order_id,customer_id,order_date,amount,type';
const typed = (...rows: string[]) =>
  openShop('native', [HEAD, ...rows].join('\n') + '\n', { history: 'complete' });

describe('which order a refund is of', () => {
  it('a reference holds whatever it gives back: capped at the order, in full in the cash view', async () => {
    const shop = await typed(
      '7,a,2024-01-05,100.00,sale',
      '8,a,2024-02-05,50.00,sale',
      '7,a,2024-02-03,-130.00,refund',
    );
    expect(
      await shop.rows(
        'select order_id, amount::double as amount, excess::double as excess, outside from refunds',
      ),
    ).toEqual([{ order_id: '7', amount: 130, excess: 30, outside: 'not_counted' }]);
    expect(shop.report).toMatchObject({ net: 20, identified: { orders: 1, sales: 50, refunds: 0, net: 50 } });
    expect(shop.report.steps.find(({ id }) => id === 'excess_refunds')).toMatchObject({
      kind: 'plus',
      sales: -30,
    });
    expect(await months(shop, 'original_order')).toEqual({ '2024-02': 50 });
    expect(await months(shop, 'refund_date')).toEqual({ '2024-01': 100, '2024-02': -80 });
    expect(await lines(shop, 'growth', { grain: 'month' })).toEqual({
      here: 50,
      whole: 20,
      outside: { excess: -30 },
    });
  });

  const SALE = '1004,a,2024-03-01,100.00';
  it.each<[number: string, row: string, order: string | null]>([
    ['C and the number', 'C1004,a,2024-03-05,-30.00', '1004'],
    ['CN- and the number', 'CN-1004,a,2024-03-05,-30.00', '1004'],
    ['the number and -R1', '1004-R1,a,2024-03-05,-30.00', '1004'],
    ['of another buyer', 'C1004,b,2024-03-05,-30.00', null],
    ['before the order', 'C1004,a,2024-02-05,-30.00', null],
    ['more than the order', 'C1004,a,2024-03-05,-100.01', null],
    ['no such number', 'C1005,a,2024-03-05,-30.00', null],
  ])('by its own number: %s', async (_, row, order) => {
    const csv =
      ['order_id,customer_id,order_date,amount', SALE, '1003,b,2024-01-01,40.00', row].join('\n') + '\n';
    const shop = await openShop('native', csv, { history: 'complete' });
    expect(await shop.rows('select order_id from refunds')).toEqual([{ order_id: order }]);
    expect(shop.report.all.orders).toBe(2);
  });

  it('a credit note in a newer file leaves its order where it was', async () => {
    const head = 'order_id,customer_id,order_date,amount\n';
    const older = fileOf(`${head}1004,a,2024-03-01,100.00\n1005,b,2024-03-02,20.00\n`, 'march.csv');
    const newer = fileOf(`${head}C1004,a,2024-04-05,-30.00\n1006,b,2024-04-02,20.00\n`, 'april.csv');
    const shop = await openShop('native', [older, newer], { history: 'complete', newer: ['april.csv'] });
    expect(shop.report).toMatchObject({ net: 110, all: { orders: 3, sales: 140 } });
  });
});

describe('questions about some orders', () => {
  const rows = [
    'order_id,customer_id,order_date,amount,country,product',
    ...[
      '1,a,2024-01-05,100.00,Germany,Mug',
      '2,a,2024-02-05,50.00,France,Tea',
      '3,b,2024-02-06,40.00,France,Mug',
    ],
    ...[
      'C90,a,2024-01-20,-10.00,Germany,Mug',
      'C91,b,2024-03-01,-5.00,France,Tea',
      '4,b,2024-04-01,20.00,France,Tea',
    ],
  ];
  const open = () => openShop('native', rows.join('\n') + '\n', { history: 'complete' });
  const asked = async (shop: OpenShop, orders_that: AnalysisParams[string]) =>
    (await lines(shop, 'concentration', { orders_that })).whole;

  it('a refund that names no order goes by its own day, product and country', async () => {
    const shop = await open();
    expect(await asked(shop, null)).toBe(195);
    expect(await asked(shop, { from: '2024-01-01' })).toBe(195);
    expect([await asked(shop, { to: '2024-01-31' }), await asked(shop, { from: '2024-02-01' })]).toEqual([
      90, 105,
    ]);
    expect([await asked(shop, { country: 'Germany' }), await asked(shop, { country: 'France' })]).toEqual([
      90, 105,
    ]);
    expect([await asked(shop, { product: 'Mug' }), await asked(shop, { product: 'Tea' })]).toEqual([130, 65]);
    expect(await asked(shop, { country: 'France', first_order: 'inside' })).toBe(105);
  });

  it('how many orders a customer has counts those that are asked for', async () => {
    const shop = await open();
    const { rows: people } = await shop.analyse('churned', {
      rule: 'days',
      days: 30,
      orders_that: { country: 'France' },
    });
    expect(Object.fromEntries(people.map(({ customer, orders }) => [customer, orders]))).toEqual({
      a: 1,
      b: 2,
    });
  });

  it('of one type of customers: nobody known is not of it', async () => {
    const shop = await openShop(
      'native',
      'order_id,customer_id,order_date,amount,product\n1,a,2024-01-05,100.00,Mug\n2,,2024-01-06,7.00,Mug\n',
      { history: 'complete' },
    );
    const net = async (customer_type: string) =>
      (await shop.analyse('products', { least: 1, customer_type })).rows.map((row) => row.net);
    expect([await net('all'), await net('final')]).toEqual([[107], [100]]);
    expect(await lines(shop, 'overview', { customer_type: 'final' })).toMatchObject({
      here: 100,
      outside: { anonymous: 7 },
    });
  });
});
