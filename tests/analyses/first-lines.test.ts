import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../src/domain/table';
import { dataFile, describeWithData } from '../helpers/data';
import { linesOf, ordersByCustomer, type Bought } from '../helpers/oracle-lines';
import { ENGINES, openShop, type OpenShop } from '../helpers/warehouse';

const HEADER = 'Order ID,Order date,Customer ID,Product,Category,Quantity,Unit price,Discount';
/** A: lamp 30, cups 28. B: lamp and cups alike, so Cup, and of the categories Light. C: cup 10 − 6, plate 5. D: a cup 3 and 3 again, plate 5. */
const SHOP = [
  ...['1,2024-01-02,A,Lamp,Light,1,30.00,0.00', '1,2024-01-02,A,Cup,Table,2,14.00,0.00'],
  ...['2,2024-01-03,B,Lamp,Light,1,20.00,0.00', '2,2024-01-03,B,Cup,Table,2,10.00,0.00'],
  ...['3,2024-01-04,C,Cup,Table,1,10.00,6.00', '3,2024-01-04,C,Plate,Table,1,5.00,0.00'],
  ...['4,2024-01-05,D,Cup,Table,1,3.00,0.00', '4,2024-01-05,D,Cup,Table,1,3.00,0.00'],
  ...['4,2024-01-05,D,Plate,Table,1,5.00,0.00', '5,2024-03-01,A,Plate,Table,1,9.00,0.00'],
  ...['5,2024-03-01,A,Cup,Table,1,2.00,0.00', '6,2024-06-01,B,Plate,Table,1,9.00,0.00'],
];
const csvOf = (lines: string[]) => [HEADER, ...lines].join('\n') + '\n';

const credited = async (shop: OpenShop, params: object = {}, by = 'product') => {
  const asked = { by, credit: 'largest', horizon: '90', least: 1, ...params };
  const { rows } = await shop.analyse('first-order', asked);
  return Object.fromEntries(rows.map(({ value, customers }) => [value, customers]));
};

describe.each(ENGINES)('a first order of several products, on %s DuckDB', (engine) => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await openShop(engine, csvOf(SHOP), { history: 'complete' });
  });

  it('counts for its largest line: less the discount, line by line, and of equal ones the first by name', async () => {
    expect(await credited(shop)).toEqual({ Lamp: 1, Cup: 1, Plate: 2 });
    expect(await credited(shop, {}, 'category')).toEqual({ Light: 2, Table: 2 });
    expect(await credited(shop, { credit: 'each' })).toEqual({ Lamp: 2, Cup: 4, Plate: 2 });
  });

  it('is that of the orders asked for, where the first of these is the first', async () => {
    const orders_that = { from: '2024-02-01', first_order: 'inside' };
    expect(await credited(shop, { orders_that })).toEqual({ Plate: 2 });
    expect(await credited(shop, { orders_that, credit: 'each' })).toEqual({ Plate: 2, Cup: 1 });
  });

  it('is the same whatever the order of the lines', async () => {
    const turned = await openShop(engine, csvOf([...SHOP].reverse()), { history: 'complete' });
    expect(await credited(turned)).toEqual({ Lamp: 1, Cup: 1, Plate: 2 });
    shop = await openShop(engine, csvOf(SHOP), { history: 'complete' });
  });
});

it('of equally large lines the first by name counts, whatever its capitals and blanks, on every page alike', async () => {
  const shop = await openShop(
    'native',
    'Order ID,Order date,Customer ID,Product,Quantity,Unit price\n' +
      [
        '1,2024-01-02,A,Zebra,1,10.00',
        '1,2024-01-02,A,"apple  pie",1,10.00',
        '1,2024-01-02,A,apple tart,1,10.00',
      ].join('\n') +
      '\n2,2024-02-02,A,Zebra,1,10.00\n2,2024-02-02,A,apple tart,1,10.00\n3,2024-12-02,A,Zebra,1,10.00\n',
    { history: 'complete' },
  );
  expect(await credited(shop)).toEqual({ 'apple  pie': 1 });
  const orders_that = { from: '2024-02-01', first_order: 'inside' };
  expect(await credited(shop, { orders_that })).toEqual({ 'apple tart': 1 });
  const [stream] = (await shop.analyse('product-flow')).rows;
  expect(stream).toMatchObject({ product: 'apple  pie', next_product: 'apple tart', customers: 1 });
});

describe('amounts of whole orders', () => {
  const rows = [
    ...['1,2024-01-02,A,30.00,Cup,1,10.00', '1,2024-01-02,A,30.00,Lamp,1,20.00'],
    ...['2,2024-01-03,B,12.00,Cup,1,12.00', '3,2024-01-04,C,36.00,Cup,3,6.00'],
    ...[
      '3,2024-01-04,C,36.00,Lamp,1,16.00',
      '3,2024-01-04,C,36.00,Plate,1,2.00',
      '4,2024-05-05,A,5.00,Cup,1,5.00',
    ],
  ];
  const choices = { history: 'complete' } as const;

  it('leave it to price times pieces which line is the largest', async () => {
    const header = 'Order ID,Order date,Customer ID,Order total,Product,Quantity,Unit price';
    const map = { amount: 'Order total', quantity: 'Quantity', unit_price: 'Unit price' };
    const shop = await openShop('native', [header, ...rows].join('\n') + '\n', { ...choices, map });
    expect(shop.report.identified.sales).toBe(30 + 12 + 36 + 5);
    expect(await credited(shop)).toEqual({ Cup: 2, Lamp: 1 });
  });

  it('takes three of 0.10 and one of 0.30 for equally large, and so the first by name', async () => {
    const header = 'Order ID,Order date,Customer ID,Order total,Product,Quantity,Unit price';
    const tied = [
      '1,2024-01-02,A,0.60,Tray,3,0.10',
      '1,2024-01-02,A,0.60,Mug,1,0.30',
      '2,2024-06-03,A,5.00,Tray,1,5.00',
    ];
    const map = { amount: 'Order total', quantity: 'Quantity', unit_price: 'Unit price' };
    const shop = await openShop('native', [header, ...tied].join('\n') + '\n', { ...choices, map });
    expect(await credited(shop)).toEqual({ Mug: 1 });
  });

  it('without prices credit no line of several', async () => {
    const header = 'Order ID,Order date,Customer ID,Order total,Product';
    const bare = rows.map((row) => row.split(',').slice(0, 5).join(','));
    const shop = await openShop('native', [header, ...bare].join('\n') + '\n', choices);
    expect(shop.report.identified.sales).toBe(30 + 12 + 36 + 5);
    expect(await credited(shop)).toEqual({ Cup: 1 });
    expect(await credited(shop, { credit: 'each' })).toEqual({ Cup: 3, Lamp: 2, Plate: 1 });
  });
});

describeWithData('first orders of UCI Online Retail', () => {
  let shop: OpenShop;
  let bought: Bought[];
  beforeAll(async () => {
    const path = dataFile('real', 'uci_online_retail/online_retail.csv.gz');
    shop = await openShop('native', { path }, { history: 'complete' });
    bought = await linesOf(shop);
  }, 60_000);

  it('are credited to their largest lines as a naive count has them', async () => {
    const folded = ({ product }: { product: string }) => product.toLowerCase().trim().replace(/\s+/g, ' ');
    const wanted = new Map<string, number>();
    for (const [first] of ordersByCustomer(bought)) {
      const [best] = [...first!.lines].sort((a, b) => b.sales - a.sales || (folded(a) < folded(b) ? -1 : 1));
      if (best) wanted.set(best.product, (wanted.get(best.product) ?? 0) + 1);
    }
    const found = await credited(shop);
    for (const [product, customers] of Object.entries(found))
      expect([product, wanted.get(product)]).toEqual([product, customers]);
    expect(Object.keys(found).length).toBeGreaterThan(500);
  });

  it('lead to the products of second orders as a naive count has them, for every pair', async () => {
    const key = (product: string) => product.trim().toLowerCase().replaceAll(/\s+/g, ' ');
    const keys = ({ lines }: Bought) => new Set(lines.map(({ product }) => key(product)));
    const began = new Map<string, number>();
    const bases = new Map<string, number>();
    const pairs = new Map<string, number>();
    const add = (to: Map<string, number>, at: string) => to.set(at, (to.get(at) ?? 0) + 1);
    const went = ordersByCustomer(bought).filter((orders) => orders.length > 1);
    for (const [first, second] of went) {
      const nexts = keys(second!);
      for (const next of nexts) add(bases, next);
      for (const product of keys(first!)) {
        add(began, product);
        for (const next of nexts) add(pairs, `${product} > ${next}`);
      }
    }
    const { rows } = await shop.analyse('next-product');
    const wanted = [...pairs].filter(([, customers]) => customers >= 30).sort();
    expect(wanted.length).toBeGreaterThan(50);
    const nameOf = ({ product, next_product: next }: Row) => `${key(String(product))} > ${key(String(next))}`;
    expect(rows.map((row) => [nameOf(row), row.next_customers]).sort()).toEqual(wanted);
    for (const { product, went_on, next_product, base_rate } of rows) {
      expect(went_on).toBe(began.get(key(String(product))));
      expect(base_rate).toBeCloseTo(bases.get(key(String(next_product)))! / went.length, 12);
    }
  });

  it('lead, by their largest lines, to those of second orders as a naive count has it, and everybody is in one stream', async () => {
    const key = (product: string) => product.trim().toLowerCase().replaceAll(/\s+/g, ' ');
    const largest = ({ lines }: Bought) =>
      [...lines].sort((a, b) => b.sales - a.sales || (key(a.product) < key(b.product) ? -1 : 1))[0]?.product;
    const moves = ordersByCustomer(bought)
      .filter((orders) => orders.length > 1)
      .map((orders) => orders.slice(0, 2).map((order) => key(largest(order) ?? '')));
    const most = (side: 0 | 1) => {
      const counts = new Map<string, number>();
      for (const move of moves) counts.set(move[side]!, (counts.get(move[side]!) ?? 0) + 1);
      counts.delete('');
      const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
      return new Set(ranked.slice(0, 8).map(([product]) => product));
    };
    const [firsts, nexts] = [most(0), most(1)];
    const wanted = new Map<string, number>();
    for (const [first, next] of moves) {
      const name = `${firsts.has(first!) ? first : null} > ${nexts.has(next!) ? next : null}`;
      wanted.set(name, (wanted.get(name) ?? 0) + 1);
    }
    const { rows } = await shop.analyse('product-flow');
    const nameOf = (value: unknown) => (value === null ? null : key(String(value)));
    expect(
      rows.map((row) => [`${nameOf(row.product)} > ${nameOf(row.next_product)}`, row.customers]).sort(),
    ).toEqual([...wanted].sort());
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.reduce((sum, { customers }) => sum + Number(customers), 0)).toBe(moves.length);
    const same = moves.filter(([first, next]) => first === next && first !== '').length;
    expect(rows.reduce((sum, { again }) => sum + Number(again), 0)).toBe(same);
  });
});
