import { describe, expect, it } from 'vitest';
import { readJson } from '../../../workers/readers/json';

const linesOf = async (value: unknown) =>
  (await readJson(JSON.stringify(value))!.text.text()).trimEnd().split('\n');

describe('answers of queries keep their names', () => {
  const rows = [
    ['2024-01-05', 'K1', 10.5],
    ['2024-01-06', 'K2', 11],
  ];
  const names = ['date', 'customer', 'amount'];
  const table = ['date,customer,amount', '2024-01-05,K1,10.5', '2024-01-06,K2,11'];
  it.each([
    ['columns and results', { columns: names, results: rows, hasMore: false }],
    ['columns and data', { columns: names, index: [0, 1], data: rows }],
    ['fields and rows', { fields: names.map((name) => ({ name, type: 'text' })), rows }],
    ['an envelope', { data: { rows, cols: names.map((name) => ({ name, base_type: 'x' })) }, row_count: 2 }],
    [
      'more columns than rows of objects',
      {
        query_result: {
          data: {
            columns: names.map((name) => ({ name, friendly_name: name, type: null })),
            rows: rows.map((row) => Object.fromEntries(row.map((cell, i) => [names[i], cell]))),
          },
        },
      },
    ],
    [
      'BigQuery',
      {
        schema: { fields: names.map((name) => ({ name })) },
        rows: rows.map((row) => ({ f: row.map((v) => ({ v })) })),
      },
    ],
    ['a list a column', Object.fromEntries(names.map((name, i) => [name, rows.map((row) => row[i])]))],
  ])('%s', async (_, value) => {
    expect(await linesOf(value)).toEqual(table);
  });
});

describe('orders of a shop’s API', () => {
  it('have the amounts of their money objects under their own names', async () => {
    const money = (amount: string) => ({ amount, currency_code: 'USD' });
    const order = {
      id: 1,
      subtotal_price: '100.00',
      subtotal_price_set: { shop_money: money('100.00') },
      total_shipping_price_set: { shop_money: money('5.00') },
      tip: { value: '1.00', currency: 'USD' },
    };
    const [header, row] = await linesOf({ orders: [order] });
    expect(header?.split(',')).toEqual(
      expect.arrayContaining(['subtotal_price', 'total_shipping_price', 'tip']),
    );
    expect(row).toContain('5.00');
  });

  it('become lines where the order itself has no amount', async () => {
    const orders = [
      {
        number: 1,
        date: '2024-01-05',
        items: [
          { sku: 'A', price: 2, quantity: 3 },
          { sku: 'B', price: 1, quantity: 1 },
        ],
      },
      { number: 2, date: '2024-01-06', items: [] },
    ];
    expect(await linesOf({ orders })).toEqual([
      'number,date,sku,price,quantity',
      '1,2024-01-05,A,2,3',
      '1,2024-01-05,B,1,1',
      '2,2024-01-06,,,',
    ]);
  });

  it('carry the id of their order as its number, where nothing else is one', async () => {
    const items = [{ id: 7, title: 'Tea', price: 4 }];
    expect(
      await linesOf([
        { id: 1, date: '2024-01-05', items },
        { id: 2, date: '2024-01-06', items },
      ]),
    ).toEqual(['order_id,date,items.id,title,price', '1,2024-01-05,7,Tea,4', '2,2024-01-06,7,Tea,4']);
    expect((await linesOf([{ id: 1, order_number: 5, items }]))[0]).toBe(
      'id,order_number,items.id,title,price',
    );
  });

  it('stay one row where it has one, and where two lists could be its lines', async () => {
    const item = { sku: 'A', price: 2 };
    expect(await linesOf([{ number: 1, total: 4, items: [item, item] }])).toHaveLength(2);
    expect(await linesOf([{ number: 1, items: [item, item], gifts: [item, item] }])).toHaveLength(2);
  });
});
