import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import type { Row } from '../../src/domain/table';
import type { AnalysisParams } from '../../src/engine/call-contract';
import { dayNumber, dayText, different, micro, readShop, type Order } from '../helpers/oracle-orders';
import { csvOf, type ShopRow } from '../helpers/shop-rows';
import { shops } from '../helpers/shops';
import { shopOfTwelve } from '../helpers/twelve';
import { openShop, type OpenShop } from '../helpers/warehouse';

const num = (row: Row | undefined, name: string) => Number(row?.[name]);

const sentinel = (orderId: string, at: string): ShopRow => ({
  ...{ orderId, at, customerId: 'K sentinel', email: '', country: 'France', channel: 'Web' },
  ...{
    product: 'Tea',
    category: 'Drinks',
    quantity: 1,
    unitPrice: '1.00',
    discount: '0.00',
    code: '',
    status: '',
  },
});
/** The shop begins and ends with an order by Web, so that its days are those of its orders by Web. */
const spanned = (rows: ShopRow[]): ShopRow[] => [
  sentinel('first', '2022-12-01 10:00:00'),
  ...rows,
  sentinel('last', '2025-03-05 10:00:00'),
];
const salesOf = (rows: ShopRow[]) =>
  rows.reduce((sum, row) => sum + micro(row.unitPrice) * BigInt(row.quantity) - micro(row.discount), 0n);
/** A credit note of no order in the file, or of more than its order came to: it goes by its own day and channel. */
function isLoose(rows: ShopRow[], { orderId }: ShopRow): boolean {
  const of = (id: string) => rows.filter((row) => row.orderId === id);
  const order = of(orderId.slice(1));
  return orderId.startsWith('C') && (order.length === 0 || salesOf(order) < -salesOf(of(orderId)));
}

/** The rows of orders by Web with the refunds that belong to them. */
function byWeb(rows: ShopRow[]): ShopRow[] {
  const channelOf = new Map(
    rows.filter(({ orderId }) => !orderId.startsWith('C')).map((row) => [row.orderId, row.channel]),
  );
  return rows.filter((row) => {
    const order = row.orderId.startsWith('C') ? row.orderId.slice(1) : row.orderId;
    return (isLoose(rows, row) ? row.channel : channelOf.get(order)) === 'Web';
  });
}

/** The rows of orders up to a day with the refunds that belong to them. */
function upTo(rows: ShopRow[], day: string): ShopRow[] {
  const dayOf = new Map(
    rows.filter(({ orderId }) => !orderId.startsWith('C')).map((row) => [row.orderId, row.at.slice(0, 10)]),
  );
  const last = (id: string) => dayOf.get(id.startsWith('C') ? id.slice(1) : id) ?? '9999';
  return rows.filter((row) => (isLoose(rows, row) ? row.at.slice(0, 10) : last(row.orderId)) <= day);
}

/** Columns that say when silence means gone: the line is the whole shop's, whatever orders count. */
const OF_THE_SHOP = [
  'is_at_risk',
  'is_lapsed',
  'found_by',
  'at_risk_days',
  'lapse_days',
  'p40_days',
  'p80_days',
];
const takesRule = (id: string) => analyses.get(id)!.params.some(({ name }) => name === 'rule');
/** Where no rule can be given, the status follows the line of the shop. */
const bare = (id: string, rows: Row[]): Row[] => {
  const left = takesRule(id) ? OF_THE_SHOP : [...OF_THE_SHOP, 'status'];
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !left.includes(name))));
};
const settled = (id: string): AnalysisParams => (takesRule(id) ? { rule: 'days', days: 60 } : {});

async function answers(shop: OpenShop, params: AnalysisParams): Promise<Record<string, Row[] | string>> {
  const found: Record<string, Row[] | string> = {};
  for (const id of analyses.keys()) {
    const answer = shop.analyse(id, { ...settled(id), ...params });
    found[id] = await answer.then(
      ({ rows }) => bare(id, rows),
      (error: Error) => error.message,
    );
  }
  return found;
}

/** Asked of each customer's kept orders one after another: who is in which month, and who in the one before. */
function naive(orders: Order[], isKept: (order: Order) => boolean) {
  const month = (day: number) => dayText(day).slice(0, 7);
  const people = different(orders.flatMap(({ customer }) => customer ?? [])).map((customer) => {
    const mine = orders.filter((order) => order.customer === customer);
    return { first: month(mine[0]!.day), months: new Set(mine.filter(isKept).map(({ day }) => month(day))) };
  });
  const before = (text: string) => month(dayNumber(`${text}-01`) - 1);
  return {
    active: (at: string) => people.filter(({ months }) => months.has(at)).length,
    fresh: (at: string) => people.filter(({ months, first }) => months.has(at) && first === at).length,
    retained: (at: string) => people.filter(({ months }) => months.has(at) && months.has(before(at))).length,
    started: (at: string) => people.filter(({ first }) => first === at).length,
    earlier: (at: string) => people.filter(({ first }) => first < at).length,
    came: (cohort: string, at: string) =>
      people.filter(({ months, first }) => first === cohort && months.has(at)).length,
  };
}

describe('questions about some orders only', () => {
  it('counted inside, every question answers as it would of a file with these orders alone', () =>
    fc.assert(
      fc.asyncProperty(shops, async ({ rows }) => {
        const whole = spanned(rows);
        const alone = await answers(
          await openShop('native', csvOf(byWeb(whole)), { history: 'complete' }),
          {},
        );
        const shop = await openShop('native', csvOf(whole), { history: 'complete' });
        const found = await answers(shop, { orders_that: { channel: 'Web', first_order: 'inside' } });
        expect(found).toEqual(alone);
      }),
      { numRuns: 3, seed: 20_251_122, endOnFailure: true },
    ));

  it('up to a day, every question answers as on that day of a file that ends there', () =>
    fc.assert(
      fc.asyncProperty(shops, async ({ rows }) => {
        const whole = spanned(rows);
        const to = '2024-02-29';
        const choices = { history: 'complete', as_of: to } as const;
        const alone = await answers(await openShop('native', csvOf(upTo(whole, to)), choices), {});
        const shop = await openShop('native', csvOf(whole), { history: 'complete' });
        expect(await answers(shop, { orders_that: { to } })).toEqual(alone);
      }),
      { numRuns: 2, seed: 20_251_124, endOnFailure: true },
    ));

  it('cells before the first day that counts are not there, later ones count whoever began before', async () => {
    const shop = await shopOfTwelve('native');
    const { rows } = await shop.analyse('cohort-retention', { orders_that: { from: '2024-03-15' } });
    // March has only half its orders: its cells are left out. In April K04 of January bought again.
    expect(
      rows
        .filter(({ cohort }) => cohort === '2024-01-01')
        .map(({ age, cohort_size, customers }) => [age, cohort_size, customers]),
    ).toEqual([
      [3, 3, 1],
      [4, 3, 0],
      [5, 3, 2],
    ]);
  });

  it('customers keep their first day: months, cohorts and who is new agree with a naive count', () =>
    fc.assert(
      fc.asyncProperty(shops, async ({ rows }) => {
        const whole = spanned(rows);
        const { orders } = readShop(whole);
        const kept = naive(orders, ({ attributes }) => attributes.channel.includes('Web'));
        const shop = await openShop('native', csvOf(whole), { history: 'complete' });
        const params = { grain: 'month', orders_that: { channel: 'Web' } };
        for (const row of (await shop.analyse('retention-rate', { ...params, active_days: 'period' })).rows) {
          const at = String(row.period).slice(0, 7);
          const came = kept.active(at) - kept.fresh(at);
          expect([row.ce, row.cn, row.retained]).toEqual([
            kept.active(at),
            kept.fresh(at),
            kept.retained(at),
          ]);
          expect(row.reactivated).toBe(came - kept.retained(at));
          expect(row.base_rate).toBe(kept.earlier(at) > 0 ? came / kept.earlier(at) : null);
        }
        for (const row of (await shop.analyse('growth', params)).rows) {
          const at = String(row.period).slice(0, 7);
          expect([row.customers, row.new, row.retained]).toEqual([
            kept.active(at),
            kept.fresh(at),
            kept.retained(at),
          ]);
        }
        for (const row of (await shop.analyse('cohort-retention', params)).rows) {
          const cohort = String(row.cohort).slice(0, 7);
          const [year = 0, month = 0] = cohort.split('-').map(Number);
          const at = new Date(Date.UTC(year, month - 1 + num(row, 'age'), 1)).toISOString().slice(0, 7);
          expect([row.cohort_size, row.customers]).toEqual([kept.started(cohort), kept.came(cohort, at)]);
        }
        // What was bought by month of start makes up the money of the orders that are kept.
        const layers = (await shop.analyse('net-by-cohort', { ...params, refunds: 'none' })).rows;
        const sales = orders.filter(({ attributes }) => attributes.channel.includes('Web'));
        expect(layers.reduce((sum, row) => sum + num(row, 'orders'), 0)).toBe(sales.length);
      }),
      { numRuns: 4, seed: 20_251_123, endOnFailure: true },
    ));

  it('the list behind a cell has those whom the cell counts, with what they bought in these orders', async () => {
    const shop = await shopOfTwelve('native');
    const params = { orders_that: { channel: 'Web' } };
    const rows = await shop.listed({ kind: 'customers_of_cell', cohort: '2024-01-01', age: 1, params });
    expect(
      rows.map(({ customer_id, came_back, orders, net }) => [customer_id, came_back, orders, net]),
    ).toEqual([
      ['K02', true, 2, 70],
      ['K01', false, 4, 77],
    ]);
  });

  it('an order is kept whole where one of its products is asked for, and discounts tell orders apart', async () => {
    const shop = await shopOfTwelve('native');
    const bought = (orders_that: AnalysisParams[string]) =>
      shop.analyse('products', { least: 1, refunds: 'none', orders_that });
    // Order 1001 is a mug and tea; 1008, 1012, 1018 and 1021 are mugs alone.
    expect((await bought({ product: 'Mug' })).rows.map(({ product, net }) => [product, net])).toEqual([
      ['Mug', 87],
      ['Tea', 20],
    ]);
    // 1001 and 1007 have a discount.
    expect((await bought({ discount: 'yes' })).rows.map(({ product, net }) => [product, net])).toEqual([
      ['Coffee', 45],
      ['Tea', 20],
      ['Mug', 12],
    ]);
    expect(await shop.api.attributeValues(new AbortController().signal, 'orders', 'product', '')).toEqual([
      'Coffee',
      'Tea',
      'Mug',
    ]);
  });

  it('when silence means gone is the whole shop’s line, whoever and whatever is counted', async () => {
    const shop = await shopOfTwelve('native');
    const all = (await shop.analyse('churned')).rows;
    const some = (await shop.analyse('churned', { customers_who: { country: 'Germany' } })).rows;
    expect(some).toEqual(all.filter(({ customer }) => /^K(0[13579]|11)$/.test(String(customer))));
    expect(all[0]?.lapse_days).toBe(110);
    // The curve itself is that of whom the question counts: K01 and K05 twice, K03 and K07 once.
    const curve = (await shop.analyse('lapse', { customers_who: { country: 'Germany' } })).rows;
    expect(curve[0]).toMatchObject({ days_silent: 0, lapse_days: 110, spells: 6, returned: 1 });
    const web = (await shop.analyse('churned', { orders_that: { channel: 'Web' } })).rows;
    expect(new Set(web.map((row) => row.lapse_days))).toEqual(new Set([110]));
  });
});
