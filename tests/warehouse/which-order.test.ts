import { describe, expect, it } from 'vitest';
import { inWords } from '../../src/state/report-words';
import { openShop } from '../helpers/warehouse';

const open = (head: string, rows: readonly string[], choices = {}) =>
  openShop('native', `${head}\n${rows.join('\n')}\n`, { history: 'complete', ...choices });
const sentenceOf = (shop: Awaited<ReturnType<typeof open>>, id: string) =>
  inWords(shop.report).findings.find((one) => one.id === id)?.sentence;

describe('an order number is believed only after a look', () => {
  const HEAD = 'Receipt No,Date,Customer,Branch,Item,Amount';
  const days = ['2024-01-05', '2024-02-05', '2024-03-05'];

  it('numbers that start again each day are one order a day, and it is said', async () => {
    const rows = days.flatMap((day) => [1, 2, 3].map((n) => `${n},${day},C${n},,Tea,10.00`));
    const shop = await open(HEAD, rows);
    expect(shop.report.all.orders).toBe(9);
    expect(shop.inspection.proposal.order_grain).toBe('order_and_day');
    expect(sentenceOf(shop, 'numbers_recur')).toContain('3 of 3 order numbers');
    expect((await open(HEAD, rows, { order_grain: 'order_id' })).report.all.orders).toBe(3);
  });

  it('a till that begins anew each day and sells once a day has number 1 alone', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `1,2024-0${i + 1}-05,C${i % 4},,Tea,10.00`);
    const shop = await open(HEAD, rows);
    expect(shop.report.all.orders).toBe(9);
    expect(shop.inspection.proposal.order_grain).toBe('order_and_day');
  });

  it('numbers that each branch counts by itself are told apart by the branch, lines of one order stay together', async () => {
    const rows = ['North', 'South'].flatMap((branch, b) =>
      [1, 2, 3].flatMap((n) => [1, 2].map(() => `${n},2024-01-0${n + b},C${n}${b},${branch},Tea,10.00`)),
    );
    const shop = await open(HEAD, rows);
    expect(shop.report.all.orders).toBe(6);
    expect(shop.inspection.proposal.order_grain).toBe('order_and_branch');
  });

  it('both where each branch starts again each day', async () => {
    const rows = days.flatMap((day) =>
      ['North', 'South'].flatMap((branch) =>
        [1, 2].map((n) => `${n},${day},${branch}${n}${day},${branch},Tea,10.00`),
      ),
    );
    const shop = await open(HEAD, rows);
    expect(shop.report.all.orders).toBe(12);
    expect(shop.inspection.proposal.order_grain).toBe('order_branch_and_day');
  });

  const plain = Array.from(
    { length: 300 },
    (_, i) => `${1000 + i},2024-01-${String((i % 28) + 1).padStart(2, '0')},C${i % 40},,Tea,10.00`,
  );
  it.each<[string, string[], number]>([
    [
      'a buyer’s order over midnight',
      [
        '1,2024-01-05,C1,,Tea,10.00',
        '1,2024-01-06,C1,,Cup,10.00',
        '2,2024-01-06,C2,,Tea,10.00',
        '2,2024-01-07,C2,,Tea,10.00',
      ],
      2,
    ],
    [
      'a refund months later',
      [
        '1,2024-01-05,C1,,Tea,10.00',
        '1,2024-05-05,C1,,Tea,-10.00',
        '2,2024-01-06,C2,,Tea,10.00',
        '2,2024-07-06,C2,,Tea,-5.00',
        '3,2024-01-06,C2,,Tea,5.00',
      ],
      2,
    ],
    [
      'rows that leave the buyer to the first',
      [
        '1,2024-01-05,C1,,Tea,10.00',
        '1,2024-01-05,,,Cup,10.00',
        '2,2024-01-06,C2,,Tea,10.00',
        '2,2024-01-06,,,Tea,9.00',
      ],
      2,
    ],
    ['one accident', [...plain, '1000,2024-03-05,C1,,Tea,10.00'], 300],
  ])('%s is no second order', async (_name, rows, orders) => {
    const shop = await open(HEAD, rows);
    expect(shop.inspection.proposal.order_grain).toBe('order_id');
    expect(shop.report.all.orders).toBe(orders);
  });

  it('numbers that a spreadsheet has rounded are no key', async () => {
    const shop = await open('Order ID,Date,Customer,Amount', [
      '5.78E+17,2024-01-05,C1,10.00',
      '5.78E+17,2024-01-05,C2,20.00',
      '5.78E+17,2024-02-05,C1,30.00',
    ]);
    expect(shop.report.all.orders).toBe(3);
    expect(sentenceOf(shop, 'destroyed_ids')).toContain(
      '“Order ID” holds numbers that a spreadsheet has rounded, such as 5.78E+17 (3 rows)',
    );
  });
});

describe('what one order is where no column has order numbers', () => {
  it('different products of one customer on one day are one order, and it is said', async () => {
    const shop = await open('Date,Customer,Product,Amount', [
      '2024-01-05,An,Tea,10',
      '2024-01-05,An,Cup,20',
      '2024-02-10,Bo,Tea,10',
      '2024-02-10,Bo,Pot,10',
      '2024-03-05,An,Tea,10',
    ]);
    expect(shop.report.all.orders).toBe(3);
    expect(sentenceOf(shop, 'days_as_orders')).toContain(
      '4 rows share customer and day with others (2 such days)',
    );
    const rows = await open(
      'Date,Customer,Product,Amount',
      ['2024-01-05,An,Tea,10', '2024-01-05,An,Cup,20', '2024-02-10,Bo,Tea,10', '2024-02-10,Bo,Pot,10'],
      { order_grain: 'row' },
    );
    expect(rows.report.all.orders).toBe(4);
  });

  it('rows at one moment are one order, without a product too', async () => {
    const shop = await open('Date,Customer ID,Amount', [
      '2024-01-05 10:00,C1,10.00',
      '2024-01-05 10:00,C1,20.00',
      '2024-02-10 09:00,C2,10.00',
      '2024-02-10 09:00,C2,15.00',
      '2024-02-11 09:00,C2,15.00',
    ]);
    expect(shop.report.all.orders).toBe(3);
  });

  it.each<[string, string, string[]]>([
    [
      'rows of one day that name no products',
      'Date,Customer ID,Amount',
      ['2024-01-05,C1,10.00', '2024-01-05,C1,12.00', '2024-01-06,C2,10.00', '2024-01-06,C2,11.00'],
    ],
    [
      'rows at different times of a day',
      'Date,Customer ID,Product,Amount',
      [
        '2024-01-05 09:00,C1,Tea,10.00',
        '2024-01-05 17:00,C1,Cup,12.00',
        '2024-01-06 08:00,C2,Tea,10.00',
        '2024-01-06 12:00,C2,Pot,11.00',
      ],
    ],
    [
      'a till’s name for everybody',
      'Date,Customer,Product,Amount',
      [
        '2024-01-05,Cash,Tea,10.00',
        '2024-01-05,Cash,Cup,12.00',
        '2024-01-06,Cash,Tea,10.00',
        '2024-01-06,Cash,Pot,11.00',
      ],
    ],
    [
      'one product again',
      'Date,Customer ID,Product,Amount',
      [
        '2024-01-05,C1,Tea,10.00',
        '2024-01-05,C1,Tea,12.00',
        '2024-01-06,C2,Tea,10.00',
        '2024-01-06,C2,Tea,11.00',
      ],
    ],
  ])('%s are orders', async (_name, head, rows) => {
    const shop = await open(head, rows);
    expect(shop.report.all.orders).toBe(4);
    expect(sentenceOf(shop, 'days_as_orders')).toBeUndefined();
  });

  it('rows of a till’s everybody stay orders where a known customer’s day is one', async () => {
    const shop = await open('Date,Customer,Product,Amount', [
      '2024-01-05,An,Tea,10',
      '2024-01-05,An,Cup,20',
      '2024-02-10,Bo,Tea,10',
      '2024-02-10,Bo,Pot,10',
      '2024-03-05,Walk-in,Tea,10',
      '2024-03-05,Walk-in,Cup,10',
    ]);
    expect(shop.report.all.orders).toBe(4);
  });
});
