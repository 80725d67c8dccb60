import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { SHOPIFY_HEADERS } from '../helpers/shopify-headers';
import { todayAnywhere } from '../../workers/engine/host/today';
import { ENGINES, never, openShop, type EngineName, type OpenShop } from '../helpers/warehouse';

/** Rules about rows, each on a small file whose figures were worked out by hand. */
const aside = ({ report }: OpenShop) =>
  Object.fromEntries(report.set_aside.map(({ rule, rows }) => [rule, rows]));
const touched = ({ report }: OpenShop, rule: string) =>
  report.rule_counts.find((one) => one.rule === rule)?.rows;
const facts = ({ report }: OpenShop) => report.facts.map(({ id, values }) => ({ id, ...values }));

describe.each(ENGINES)('on %s DuckDB', (engine) => {
  const head = 'Order ID,Order date,Customer ID,Amount\n';
  const open = (rows: string[], choices: Choices = {}) =>
    openShop(engine, head + rows.join('\n') + '\n', { history: 'complete', ...choices });

  it.each(['K1 ', ' K1', 'K1\t', '\tK1', 'K1\u00a0', '\u00a0K1'])(
    'blanks around an id are no part of it: %j',
    async (id) => {
      const shop = await open(['1,2024-01-01,K1,1.00', `2,2024-01-02,"${id}",1.00`, '3,2024-01-03,K2,1.00']);
      expect(shop.report.identified).toMatchObject({ customers: 2, orders: 3 });
    },
  );

  describe('the walk-in guard', () => {
    const named = [
      '1,2024-01-01,Guest,10.00',
      '2,2024-01-02, walk-in ,20.00',
      '3,2024-01-03,K1,5.00',
      '4,2024-01-03,Khách lẻ,7.00',
      '5,2024-01-04,散客,8.00',
      '6,2024-01-05,Guest Relations Ltd,9.00',
    ];

    it('counts those who are named like nobody as anonymous, and no one whose name only begins so', async () => {
      const shop = await open(named);
      expect(shop.report.identified).toMatchObject({ customers: 2, orders: 2, sales: 14 });
      expect(shop.report.anonymous).toEqual({ orders: 4, sales: 45 });
      expect(facts(shop).filter(({ id }) => id === 'walk_in').length).toBe(4);
      expect(touched(shop, 'walk_in')).toBe(4);
    });

    it('lets them be customers where a person says so', async () => {
      const shop = await open(named, { rules: { walk_in: 'keep' } });
      expect(shop.report.identified).toMatchObject({ customers: 6, orders: 6, sales: 59 });
    });

    const till = (ofTill: number, others: number, perOther: number) => [
      ...Array.from({ length: ofTill }, (_, i) => `t${i},2024-01-01,900,1.00`),
      ...Array.from({ length: others * perOther }, (_, i) => `o${i},2024-01-02,K${i % others},1.00`),
    ];
    it('finds the till’s own customer by its size from 500 orders on', async () => {
      const shop = await open(till(100, 100, 4));
      expect(shop.report.identified).toMatchObject({ customers: 100, orders: 400 });
      expect(facts(shop)).toContainEqual({ id: 'walk_in', key: '900', orders: 100 });
    });
    it.each<[string, string[]]>([
      ['of 499 orders', till(99, 100, 4)],
      ['where the next one has a tenth and one more', till(100, 40, 11)],
      ['with 2 % of the orders', till(12, 588, 1)],
    ])('leaves the largest customer alone %s', async (_, rows) => {
      const shop = await open(rows);
      expect(facts(shop).filter(({ id }) => id === 'walk_in')).toEqual([]);
      expect(shop.report.anonymous.orders).toBe(0);
    });
  });

  it('rows of another currency are set aside and told, never added', async () => {
    const file =
      'Order ID,Order date,Customer ID,Amount,Currency\n1,2024-01-01,K1,10.00,EUR\n2,2024-01-02,K2,900000,VND\n3,2024-01-03,K1,2.50,EUR\n4,2024-01-04,K3,7.00,\n';
    const shop = await openShop(engine, file, { history: 'complete', currency: 'EUR' });
    expect(shop.report).toMatchObject({ currency: 'EUR', all: { orders: 3, sales: 19.5 } });
    expect(aside(shop)).toEqual({ other_currency: 1 });
    expect(facts(shop)).toContainEqual({ id: 'other_currency', rows: 1, currency: 'EUR' });
    const other = await openShop(engine, file, { history: 'complete', currency: 'VND' });
    expect(other.report.all).toEqual({ orders: 2, sales: 900_007 });
  });

  it('17850.0 and 17850 are one customer, unless a person says otherwise', async () => {
    const rows = [
      '536365.0,2024-01-01,17850.0,10.00',
      '536365,2024-01-01,17850,5.00',
      '7,2024-01-02,17850.00,1.00',
    ];
    const shop = await open(rows);
    expect(shop.report.identified).toMatchObject({ customers: 2, orders: 2, sales: 16 });
    expect(touched(shop, 'id_wrapper')).toBe(2);
    const kept = await open(rows, { rules: { id_wrapper: 'keep' } });
    expect(kept.report.identified).toMatchObject({ customers: 3, orders: 3 });
  });

  it('rows dated after today are set aside; today itself is not', async () => {
    const today = todayAnywhere(Date.now());
    const shop = await open([`1,2024-01-01,K1,10.00`, `2,${today},K1,5.00`, '3,2098-12-31,K1,7.00']);
    expect(aside(shop)).toEqual({ future_date: 1 });
    expect(shop.report).toMatchObject({ all: { orders: 2, sales: 15 }, as_of: today });
  });

  it('rows without any value, without a date and without an amount each have their own reason', async () => {
    const shop = await open([
      '1,2024-01-01,K1,10.00',
      ',,,',
      '3,soon,K1,7.00',
      '4,2024-01-02,K1,',
      '5,2024-01-03,K1,n/a',
      '6,2024-01-04,K2,3.00',
      '7,2024-01-05,K2,3.00',
      '8,2024-01-06,K2,3.00',
      '9,2024-01-07,K2,3.00',
      '10,2024-01-08,K2,3.00',
      '11,2024-01-09,K2,3.00',
    ]);
    expect(aside(shop)).toEqual({ blank_row: 1, unreadable_date: 1, unreadable_amount: 2 });
    expect(shop.report.all).toEqual({ orders: 7, sales: 28 });
  });

  it('negative amounts are refunds: never orders, taken off the customer who has orders', async () => {
    const shop = await open([
      '1,2024-01-01,K1,10.00',
      '2,2024-01-05,K1,-4.00',
      '3,2024-01-06,K2,-3.00',
      '4,2024-01-07,,-1.00',
    ]);
    expect(shop.report.identified).toEqual({ customers: 1, orders: 1, sales: 10, refunds: 4, net: 6 });
    expect(facts(shop)).toContainEqual({ id: 'refunds_outside', rows: 2, amount: 4 });
  });

  it('a refund in the week of the first order and in the year before it counts in that week', async () => {
    const shop = await open(['1,2025-01-02,K1,10.00', '2,2024-12-31,K1,-4.00']);
    const { rows } = await shop.analyse('cohort-value', { grain: 'week', refunds: 'refund_date' });
    expect(rows.map(({ cohort, net }) => [cohort, net])).toEqual([['2024-12-30', 6]]);
  });

  it('a total that is repeated on every line of its order counts once', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => [
      `${i},2024-01-${10 + (i % 9)},K${i % 7},Tea,2,19.90`,
      `${i},2024-01-${10 + (i % 9)},K${i % 7},Cup,1,19.90`,
    ]).flat();
    const shop = await openShop(
      engine,
      ['Order ID,Order date,Customer ID,Product,Quantity,Order total', ...rows].join('\n'),
      { history: 'complete' },
    );
    expect(shop.inspection.proposal.amount_level).toBe('order_repeated');
    expect(shop.report).toMatchObject({ rows_used: 60, all: { orders: 30, sales: 597 } });
    expect(facts(shop).filter(({ id }) => id === 'check_failed')).toEqual([]);
  });

  describe('the Shopify orders export, with all its 79 columns', () => {
    it('gives the figures worked out by hand', async () => {
      const shop = await openShopify(engine);
      expect(shop.inspection.proposal.profile?.id).toBe('shopify-orders');
      const { report } = shop;
      expect(report.rows_read).toBe(14);
      // #1001 50, #1002 100, #1005 15 (nobody), #1007 25; not #1003 (paid back), #1004, #1006 (cancelled), #1010 (for nothing).
      expect(report.all).toEqual({ orders: 4, sales: 190 });
      // The 11 paid back on #1002 are no more than its goods, which had no tax: shipping is not in them.
      expect(report.identified).toEqual({ customers: 2, orders: 3, sales: 175, refunds: 11, net: 164 });
      expect(report.anonymous).toEqual({ orders: 1, sales: 15 });
      expect(report.currency).toBe('EUR');
      expect(aside(shop)).toEqual({ other_currency: 2, zero_price: 1 });
      expect(report.rows_used).toBe(11);
      expect(facts(shop).map(({ id }) => id)).toEqual(
        expect.arrayContaining(['refund_pro_rata', 'other_currency']),
      );
      expect(
        await shop.rows(`select order_id, invalid_reason from orders where not is_valid order by order_id`),
      ).toEqual([
        { order_id: '#1003', invalid_reason: 'fully_refunded' },
        { order_id: '#1004', invalid_reason: 'cancelled' },
        { order_id: '#1006', invalid_reason: 'cancelled' },
        { order_id: '#1010', invalid_reason: 'zero_net' },
      ]);
    });

    it('keeps the shop’s wall clock over the change to summer time', async () => {
      const shop = await openShopify(engine);
      expect(
        await shop.rows(
          "select order_id, ordered_at::varchar as at from orders where order_id in ('#1001', '#1002') order by order_id",
        ),
      ).toEqual([
        { order_id: '#1001', at: '2025-03-29 23:30:00' },
        { order_id: '#1002', at: '2025-04-02 00:15:00' },
      ]);
      expect([shop.report.from, shop.report.to]).toEqual(['2025-03-29', '2025-04-08']);
      const { rows } = await shop.analyse('cohort-retention', { grain: 'month' });
      expect(
        rows.map(({ cohort, age, cohort_size, customers }) => [cohort, age, cohort_size, customers]),
      ).toEqual([
        ['2025-03-01', 0, 1, 1],
        ['2025-03-01', 1, 1, 1],
        ['2025-04-01', 0, 1, 1],
      ]);
    });

    it('finds country, code and product of first orders, a gift on the first line or not', async () => {
      const shop = await openShopify(engine);
      await shop.api.attributes(never);
      const found = await shop.rows(
        `select customer_id, attribute, value from first_order_attributes order by all`,
      );
      expect(found.filter(({ customer_id }) => customer_id === 'b@example.com')).toEqual([
        { customer_id: 'b@example.com', attribute: 'channel', value: 'web' },
        { customer_id: 'b@example.com', attribute: 'country', value: 'FR' },
        { customer_id: 'b@example.com', attribute: 'discount', value: 'no' },
        { customer_id: 'b@example.com', attribute: 'product', value: 'Gift' },
        { customer_id: 'b@example.com', attribute: 'product', value: 'Kettle' },
      ]);
    });
  });
});

type Cells = Partial<Record<string, string>>;

function openShopify(engine: EngineName): Promise<OpenShop> {
  const order = (
    name: string,
    email: string,
    at: string,
    subtotal: string,
    total: string,
    more: Cells = {},
  ): Cells => ({
    ...{ Name: name, Email: email, 'Created at': at, Subtotal: subtotal, Total: total, Currency: 'EUR' },
    ...{
      'Financial Status': 'paid',
      Shipping: '0.00',
      Taxes: '0.00',
      'Discount Amount': '0.00',
      'Refunded Amount': '0.00',
    },
    ...{
      'Shipping Country': 'DE',
      Source: 'web',
      'Lineitem quantity': '1',
      'Lineitem name': 'Tea',
      'Lineitem price': subtotal,
    },
    ...more,
  });
  const line = ({ Name, Email, 'Created at': at }: Cells, product: string, price: string): Cells => ({
    ...{
      Name,
      Email,
      'Created at': at,
      'Lineitem quantity': '1',
      'Lineitem name': product,
      'Lineitem price': price,
    },
  });
  const first = order('#1001', 'a@example.com', '2025-03-29 23:30:00 +0100', '50.00', '64.50', {
    Shipping: '5.00',
    Taxes: '9.50',
    'Lineitem price': '30.00',
  });
  const gift = order('#1007', 'b@example.com', '2025-04-08 09:00:00 +0200', '25.00', '25.00', {
    'Lineitem name': 'Gift',
    'Lineitem price': '0.00',
    'Shipping Country': 'FR',
  });
  const foreign = order('#1008', 'e@example.com', '2025-04-03 09:00:00 +0200', '12.00', '12.00', {
    Currency: 'USD',
    'Lineitem price': '6.00',
  });
  const rows: Cells[] = [
    first,
    line(first, 'Cup', '10.00'),
    line(first, 'Mug "large", blue', '10.00'),
    order('#1002', ' A@Example.com', '2025-04-02 00:15:00 +0200', '100.00', '110.00', {
      Shipping: '10.00',
      'Refunded Amount': '11.00',
      'Financial Status': 'partially_refunded',
      Notes: 'two\nlines, and a comma',
    }),
    order('#1003', 'b@example.com', '2025-04-01 09:00:00 +0200', '20.00', '24.00', {
      Taxes: '4.00',
      'Refunded Amount': '24.00',
      'Financial Status': 'refunded',
    }),
    order('#1004', 'c@example.com', '2025-04-01 09:00:00 +0200', '40.00', '40.00', {
      'Cancelled at': '2025-04-01 11:00:00 +0200',
    }),
    order('#1005', '', '2025-04-04 09:00:00 +0200', '15.00', '15.00', { Source: 'pos' }),
    order('#1006', 'd@example.com', '2025-04-04 09:00:00 +0200', '33.00', '33.00', {
      'Financial Status': 'voided',
    }),
    gift,
    line(gift, 'Kettle', '25.00'),
    foreign,
    line(foreign, 'Cup', '6.00'),
    order('#1010', 'f@example.com', '2025-04-05 09:00:00 +0200', '0.00', '0.00', {
      'Discount Code': 'FREE',
      'Discount Amount': '18.00',
      'Lineitem price': '18.00',
    }),
    line({ Name: '#1010', Email: 'f@example.com', 'Created at': '2025-04-05 09:00:00 +0200' }, 'Cup', '0.00'),
  ];
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = [SHOPIFY_HEADERS, ...rows.map((row) => SHOPIFY_HEADERS.map((name) => row[name] ?? ''))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\n');
  return openShop(engine, `${text}\n`, { history: 'complete', currency: 'EUR' });
}

it('a discount of 1,000 is an amount, not a share of 1', async () => {
  const text =
    'Order ID,Order date,Customer ID,Quantity,Unit price,Discount rate\n' +
    '1,2024-01-02,K1,1,"5,000.00","1,000.00"\n2,2024-01-03,K2,1,"4,000.00",0.00\n3,2024-01-04,K1,2,"1,500.00","1,000"\n';
  const { report } = await openShop('native', text, { map: { discount: 'Discount rate' } });
  expect(report.all).toEqual({ orders: 3, sales: 10_000 });
});
