import { describe, expect, it } from 'vitest';
import { flowOf, told } from '../../src/analyses/product-flow/shape';
import { ENGINES, openShop } from '../helpers/warehouse';

const csv = (header: string, ...lines: string[]) =>
  [`Order ID,Order date,Customer ID,${header}`, ...lines].join('\n') + '\n';
const COMPLETE = { history: 'complete' } as const;

describe.each(ENGINES)('streams from first to next products, on %s DuckDB', (engine) => {
  it('have each customer once, by the largest line, of equal ones the first by name', async () => {
    const shop = await openShop(
      engine,
      csv(
        'Product,Amount',
        // a: two cups of 6 are two lines, the plate of 10 is larger; then the cup. b: cup and plate alike. c: never again.
        ...['1,2024-01-02,a,Cup,6.00', '1,2024-01-02,a,Cup,6.50', '1,2024-01-02,a,Plate,10.00'],
        ...['2,2024-02-02,a,Cup,5.00', '3,2024-01-03,b,Plate,7.00', '3,2024-01-03,b,Cup,7.00'],
        ...['4,2024-02-03,b,Cup,5.00', '5,2024-01-04,c,Cup,5.00'],
      ),
      COMPLETE,
    );
    const { rows } = await shop.analyse('product-flow');
    expect(
      rows.map(({ product, next_product, customers, again }) => [product, next_product, customers, again]),
    ).toEqual([
      ['Cup', 'Cup', 1, 1],
      ['Plate', 'Cup', 1, 0],
    ]);
  });

  it('go from day to day where a day is one occasion, and from order to order where it is not', async () => {
    const file = csv(
      'Product,Amount',
      // a: two orders on the first day, the plate the larger; then a lamp. b: two orders of one day, and nothing since.
      ...['1,2024-01-02,a,Cup,6.00', '2,2024-01-02,a,Plate,10.00', '3,2024-02-02,a,Lamp,5.00'],
      ...['4,2024-01-03,b,Cup,7.00', '5,2024-01-03,b,Cup,7.00'],
    );
    const ask = async (occasion: 'usual' | 'day') => {
      const shop = await openShop(engine, file, { ...COMPLETE, occasion });
      const flow = (await shop.analyse('product-flow')).rows;
      const next = (await shop.analyse('next-product', { least: 1 })).rows;
      return [
        flow.map(({ product, next_product, customers }) => [product, next_product, customers]),
        next.map((row) => [row.product, row.next_product, row.next_customers, row.customers, row.went_on]),
      ].map((rows) => rows.map(String).sort());
    };
    expect(await ask('usual')).toEqual([
      ['Cup,Cup,1', 'Cup,Plate,1'],
      ['Cup,Cup,1,2,2', 'Cup,Plate,1,2,2'],
    ]);
    expect(await ask('day')).toEqual([['Plate,Lamp,1'], ['Cup,Lamp,1,2,1', 'Plate,Lamp,1,1,1']]);
  });

  it('rank lines by price times pieces where amounts are the order’s, and put what no line tells among the others', async () => {
    const amounts = csv(
      'Order total,Product,Quantity,Unit price',
      ...[
        '1,2024-01-02,a,30.00,Cup,1,10.00',
        '1,2024-01-02,a,30.00,Lamp,1,20.00',
        '2,2024-02-02,a,12.00,Cup,1,12.00',
      ],
      ...[
        '3,2024-01-03,b,36.00,Cup,3,6.00',
        '3,2024-01-03,b,36.00,Lamp,1,16.00',
        '4,2024-02-03,b,5.00,Cup,1,5.00',
      ],
    );
    const choices = { ...COMPLETE, map: { amount: 'Order total' } };
    const said = await openShop(engine, amounts, choices);
    const pick = async (shop: typeof said) =>
      (await shop.analyse('product-flow')).rows.map(({ product, next_product: next, customers, untold }) => [
        ...[product, next, customers, untold],
      ]);
    // b's three cups are 18, the lamp 16; a's lamp is 20, the cup 10.
    expect(await pick(said)).toEqual([
      ['Cup', 'Cup', 1, 0],
      ['Lamp', 'Cup', 1, 0],
    ]);
    const silent = await openShop(engine, amounts, { ...choices, map: { ...choices.map, unit_price: null } });
    expect(await pick(silent)).toEqual([[null, 'Cup', 2, 2]]);
  });
});

it('draw every customer: both sides have as many as there are, and all others stand last', () => {
  const row = (product: string | null, next_product: string | null, customers: number, again: number) => ({
    ...{ product, next_product, customers, again, untold: 0 },
  });
  const rows = [
    row('Tea', 'Tea', 5, 5),
    row('Tea', null, 2, 0),
    row('Cup', 'Tea', 1, 0),
    row(null, 'Mug', 9, 0),
    row(null, null, 3, 2),
  ];
  const { from, to, streams } = flowOf(rows, 'all others');
  expect(from.map(({ label, total }) => [label, total])).toEqual([
    ['Tea', 7],
    ['Cup', 1],
    ['all others', 12],
  ]);
  // Tea keeps its place across from itself, though more go to the mug.
  expect(to.map(({ label, total }) => [label, total])).toEqual([
    ['Tea', 6],
    ['Mug', 9],
    ['all others', 5],
  ]);
  expect(streams.map(({ from: left, to: right, value, isSame }) => [left, right, value, isSame])).toEqual([
    [0, 0, 5, true],
    [0, 2, 2, false],
    [1, 0, 1, false],
    [2, 1, 9, false],
    [2, 2, 3, false],
  ]);
  expect(told(rows)).toMatchObject({
    went_on: 20,
    again: 7,
    rest: 14,
    move: { product: 'Cup', next_product: 'Tea' },
  });
  expect(told([])).toMatchObject({ went_on: 0, move: null });
});
