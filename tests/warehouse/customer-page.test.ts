import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../src/domain/table';
import type { RowsOf } from '../../src/engine/contract';
import { shopOfTwelve } from '../helpers/twelve';
import { ENGINES, type OpenShop } from '../helpers/warehouse';

type Part = Extract<RowsOf, { kind: 'customer' }>['part'];
const sum = (rows: Row[]) => rows.reduce((total, { amount }) => total + Number(amount), 0);

/** The page of a customer says what the questions about all customers say, and what was counted on paper. */
describe.each(ENGINES)('the page of a customer, on %s DuckDB', (engine) => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await shopOfTwelve(engine);
  });
  const part = (customer: string, name: Part) => shop.listed({ kind: 'customer', part: name, customer });

  it('has the figures that were counted on paper', async () => {
    expect((await part('K01', 'figures'))[0]).toMatchObject({
      ...{
        customer: 'K01',
        first_on: '2024-01-05',
        last_on: '2024-06-20',
        orders: 4,
        sales: 102,
        refunds: 25,
      },
      // Days of purchase 5, 90 and 172: gaps of 85 and 82 days.
      ...{ net: 77, aov: 19.25, days_silent: 0, gaps: 2, median_gap_days: 83.5, overdue: 0 },
    });
    expect((await part('ada@example.com', 'figures'))[0]).toMatchObject({
      ...{ email: 'ada@example.com', orders: 2, net: 35, days_silent: 10, gaps: 1, median_gap_days: 111 },
    });
    expect((await part('K10', 'figures'))[0]).toMatchObject({ orders: 1, gaps: 0, median_gap_days: null });
  });

  it('says of everybody what the lists of all customers say', async () => {
    const { rows: churned } = await shop.analyse('churned');
    const { rows: all } = await shop.analyse('rfm', { window_months: null });
    const { rows: recent } = await shop.analyse('rfm');
    expect(churned.length).toBe(12);
    for (const listed of churned) {
      const customer = String(listed.customer);
      const of = (rows: Row[]) => rows.find((row) => row.customer === customer)!;
      const [figures] = await part(customer, 'figures');
      const { last_on, first_on, days_silent, status, orders, at_risk_days, lapse_days } = listed;
      expect(figures).toMatchObject({
        last_on,
        first_on,
        days_silent,
        status,
        orders,
        at_risk_days,
        lapse_days,
      });
      expect(figures!.net).toBe(of(all).monetary);
      const { recency_days, frequency, monetary, r, f, m, group } = of(recent);
      expect(await part(customer, 'scores')).toEqual([{ recency_days, frequency, monetary, r, f, m, group }]);
      const counted = (await part(customer, 'timeline')).filter(({ kind }) => kind !== 'not_counted');
      expect(sum(counted), customer).toBeCloseTo(Number(figures!.net), 9);
    }
  });

  it('shows every order and refund, the latest first, and says which do not count and why', async () => {
    const found = await part('K03', 'timeline');
    expect(found).toEqual([
      {
        ...{ happened_on: '2024-03-08', kind: 'order', order_id: '1011', order_number: 1 },
        ...{ amount: 25, products: 'Coffee', reason: null },
      },
      {
        ...{ happened_on: '2024-02-02', kind: 'not_counted', order_id: '1004', order_number: null },
        ...{ amount: -30, products: null, reason: 'refund_of_such' },
      },
      {
        ...{ happened_on: '2024-01-20', kind: 'not_counted', order_id: '1004', order_number: null },
        ...{ amount: 30, products: 'Mug', reason: 'fully_refunded' },
      },
    ]);
  });

  it('a person without an order that counts has no figures, and still their orders', async () => {
    expect(await part('K99', 'figures')).toEqual([]);
    expect(await part('K99', 'scores')).toEqual([]);
    expect(await part('K99', 'timeline')).toMatchObject([{ order_id: '1017', reason: 'cancelled' }]);
  });

  it('what they like best stands first', async () => {
    expect(await part('K01', 'products')).toEqual([
      { product: 'Tea', orders: 3, pieces: 4, sales: 40, last_on: '2024-06-20' },
      { product: 'Coffee', orders: 1, pieces: 2, sales: 50, last_on: '2024-03-30' },
      { product: 'Mug', orders: 1, pieces: 1, sales: 12, last_on: '2024-01-05' },
    ]);
  });

  it('is scored by the cuts and groups that the shop has set', async () => {
    const params = { f_cuts: '1,2,3,7', squares: 'K'.repeat(25) };
    const { rows } = await shop.analyse('rfm', params);
    const all = rows.map(({ customer, f, group }) => ({ customer, f, group }));
    expect(all).toContainEqual({ customer: 'K01', f: 4, group: 'Prospects' });
    for (const { customer, f, group } of all) {
      const what = { kind: 'customer', part: 'scores', customer: String(customer), params } as const;
      expect(await shop.listed(what)).toMatchObject([{ f, group }]);
    }
  });

  it('nobody of twelve has a score, before a model was asked for and after', async () => {
    expect(await part('K01', 'forecast')).toEqual([]);
    await shop.analyse('clv');
    expect(await part('K01', 'forecast')).toEqual([]);
  });

  it('a key is a text and nothing else', async () => {
    const key = "K01'); drop table orders; --";
    for (const name of ['figures', 'timeline', 'products', 'scores', 'tier', 'forecast'] as const)
      expect(await part(key, name)).toEqual([]);
    expect((await part('K01', 'figures')).length).toBe(1);
  });
});
