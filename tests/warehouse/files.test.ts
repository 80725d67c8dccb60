import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { EngineError } from '../../src/engine/errors';
import { textTable } from '../../src/engine/source-contract';
import { fileOf, openShop, type OpenShop } from '../helpers/warehouse';

/** Several small files at once, counted on paper. */
const file = (name: string, ...lines: string[]) => textTable(fileOf(`${lines.join('\n')}\n`, name));
const open = (tables: ReturnType<typeof file>[], choices: Choices = {}) =>
  openShop('native', tables, { history: 'complete', ...choices });

const ORDERS = file(
  'orders.csv',
  'order_id,ordered_at,customer_id,shipping,order_discount,status',
  '1,2024-01-05,K1,5.00,2.00,paid',
  '2,2024-01-20,K2,5.00,0.00,paid',
  '3,2024-02-11,K1,7.50,0.00,paid',
  '4,2024-03-02,K3,0.00,0.00,paid',
);
const LINES = file(
  'lines.csv',
  'line_id,order_id,sku,quantity,unit_price',
  'a,1,TEA,2,10.00',
  'b,1,CUP,1,4.00',
  'c,2,TEA,1,10.00',
  'd,3,CUP,3,4.00',
  'e,3,POT,1,30.00',
);
const LIST = file(
  'products.csv',
  'sku,title,category',
  'TEA,Green tea,Drinks',
  'CUP,Cup,Things',
  'POT,Pot,Things',
  'JAR,Jar,Things',
);

const roles = ({ report }: OpenShop) => report.files.map(({ name, role }) => `${name} ${role}`);
const aside = ({ report }: OpenShop) =>
  Object.fromEntries(report.set_aside.map(({ rule, rows }) => [rule, rows]));
const facts = ({ report }: OpenShop) => report.facts.map(({ id }) => id);
/** No row is lost over all files, and no check of our own complains. */
function addsUp({ report }: OpenShop, rows: number) {
  expect(report.rows_read).toBe(rows);
  expect(report.rows_used + report.set_aside.reduce((sum, one) => sum + one.rows, 0)).toBe(rows);
  expect(facts({ report } as OpenShop)).not.toContain('check_failed');
}

describe('lines, orders and a list of products', () => {
  it('are one table, whatever order they come in', async () => {
    const shop = await open([LIST, ORDERS, LINES]);
    expect(roles(shop)).toEqual(['products.csv products', 'orders.csv orders', 'lines.csv lines']);
    expect(shop.report.mapping).toMatchObject({
      date: 'ordered_at',
      order_id: 'order_id',
      customer: 'customer_id',
      quantity: 'quantity',
      unit_price: 'unit_price',
      product: 'title',
      category: 'category',
    });
    const again = await open([LINES, LIST, ORDERS]);
    expect(again.report.identified).toEqual(shop.report.identified);
  });

  it('take an amount of the whole order once, not once a line', async () => {
    const sales = async (choices: Choices) => (await open([ORDERS, LINES], choices)).report.all.sales;
    const discount = { map: { discount: 'order_discount' } };
    // 24 + 10 + 42, less 2 off the first order.
    expect(await sales({ map: { discount: null } })).toBe(76);
    expect(await sales(discount)).toBe(74);
    // Order 4 has no lines, and so no amount.
    expect(await sales({ ...discount, shipping: 'in' })).toBe(91.5);
  });

  it('count what nothing names: an order without lines, a product that was never sold', async () => {
    const shop = await open([ORDERS, LINES, LIST]);
    expect(aside(shop)).toEqual({ unnamed_row: 1, unreadable_amount: 1 });
    addsUp(shop, 4 + 5 + 4);
    expect(await shop.listed({ kind: 'set_aside', rule: 'unnamed_row' })).toEqual([
      { file: 'products.csv', row_in_file: 4, cells: 'JAR | Jar | Things' },
    ]);
  });

  it('are not multiplied by a list that names a product twice', async () => {
    const twice = file(
      'products.csv',
      'sku,title,category',
      ...Array.from({ length: 120 }, (_, i) => `S${i},Thing ${i},Things`),
      'TEA,Green tea,Drinks',
      'TEA,Green tea again,Drinks',
    );
    const { report } = await open([LINES, ORDERS, twice]);
    expect(report.all).toEqual({ orders: 3, sales: 74 });
  });

  it('leave lines of an order that is in no file as lines without a date', async () => {
    const more = file(
      'lines.csv',
      'line_id,order_id,sku,quantity,unit_price',
      'a,1,TEA,2,10',
      'b,2,CUP,1,4',
      'c,9,POT,1,30',
    );
    const shop = await open([ORDERS, more]);
    expect(aside(shop)).toMatchObject({ unreadable_date: 1 });
    const joined = shop.inspection.tables.find(({ role }) => role === 'orders')?.join;
    expect(joined).toMatchObject({ rows: 3, found: 2, to: 'lines.csv', column: 'order_id' });
  });
});

describe('a list of customers', () => {
  const customers = file(
    'customers.csv',
    'id,name,email,birthday,first_seen,total_spent',
    'K1,Ann,ann@x.example,1990-01-01,2020-01-01,999.00',
    'K2,Bob,bob@x.example,1991-01-01,2020-01-01,999.00',
    'K3,Cem,cem@x.example,1992-01-01,2020-01-01,999.00',
  );
  const orders = file(
    'orders.csv',
    'order_id,ordered_at,customer_id,amount',
    '1,2024-01-05,K1,20.00',
    '2,2024-01-20,K2,30.00',
  );

  it('gives its columns to the orders, and neither its dates nor its sums are theirs', async () => {
    const shop = await open([customers, orders]);
    expect(roles(shop)).toEqual(['customers.csv customers', 'orders.csv orders']);
    expect(shop.report.mapping).toMatchObject({
      date: 'ordered_at',
      amount: 'amount',
      customer: 'customer_id',
      email: 'email',
    });
    expect(shop.report.all).toEqual({ orders: 2, sales: 50 });
    expect(shop.inspection.columns.map(({ column }) => column)).toContain('birthday');
    expect(aside(shop)).toEqual({ unnamed_row: 1 });
    addsUp(shop, 5);
  });
});

describe('a list of refunds', () => {
  const orders = file(
    'orders.csv',
    'Order ID,Order Date,Customer ID,Product,Sales',
    'X-1,2024-01-05,K1,Tea,20.00',
    'X-1,2024-01-05,K1,Cup,5.00',
    'X-2,2024-01-20,K2,Tea,30.00',
    'X-3,2024-02-01,K1,Pot,40.00',
  );

  it('of returned orders gives each back whole, once, on the day of the order', async () => {
    const returns = file('Returns.csv', 'Returned,Order ID', 'Yes,X-1', 'Yes,X-1', 'Yes,X-9', 'No,X-2');
    const shop = await open([orders, returns], { valid: { fully_refunded: 'keep' } });
    expect(roles(shop)).toEqual(['orders.csv orders', 'Returns.csv refunds']);
    expect(shop.report.identified).toMatchObject({ orders: 3, sales: 95, refunds: 25, net: 70 });
    expect(aside(shop)).toEqual({ refund_without_order: 1, other_row: 1 });
    addsUp(shop, 8);
    expect(
      await shop.rows(
        'select refunded_on::varchar as day, amount::double as amount from refunds where amount > 0',
      ),
    ).toEqual([{ day: '2024-01-05', amount: 25 }]);
  });

  it('makes an order that came back whole no order at all', async () => {
    const returns = file('Returns.csv', 'Returned,Order ID', 'Yes,X-3');
    const { report } = await open([orders, returns]);
    expect(report.identified).toMatchObject({ customers: 2, orders: 2, sales: 55, refunds: 0 });
  });

  it('with amounts takes them off on their own day, and one that names no known order stays outside', async () => {
    const refunds = file(
      'refunds.csv',
      'refund_id,refunded_at,order_id,amount',
      'r1,2024-03-01,X-1,-5.00',
      'r2,2024-03-02,X-9,7.00',
    );
    const shop = await open([orders, refunds]);
    expect(shop.report.identified).toMatchObject({ orders: 3, sales: 95, refunds: 5 });
    expect(shop.report.facts).toContainEqual({ id: 'refunds_outside', values: { rows: 1, amount: 7 } });
    expect(await shop.rows(`select refunded_on::varchar as day from refunds where is_of_customer`)).toEqual([
      { day: '2024-03-01' },
    ]);
    addsUp(shop, 6);
  });

  it('finds the order by the number of an item', async () => {
    const refunds = file('refunds.csv', 'refund_id,refunded_at,line_id,amount', 'r1,2024-03-01,e,30.00');
    const shop = await open([ORDERS, LINES, refunds]);
    expect(await shop.rows('select order_id, amount::double as amount from refunds')).toEqual([
      { order_id: '3', amount: 30 },
    ]);
  });

  it('reads day and month as the orders do', async () => {
    const dated = file(
      'orders.csv',
      'Order ID,Order Date,Customer ID,Sales',
      'X-1,25/01/2024,K1,20.00',
      'X-2,02/02/2024,K2,30.00',
    );
    const refunds = file('refunds.csv', 'Order ID,Refund date,Amount', 'X-1,03/02/2024,5.00');
    const shop = await open([dated, refunds]);
    expect(await shop.rows('select refunded_on::varchar as day from refunds')).toEqual([
      { day: '2024-02-03' },
    ]);
  });
});

describe('parts of one export', () => {
  const head = 'Order ID,Date,Customer,Amount';
  const january = file('2024-01.csv', head, '1,2024-01-05,K1,10.00', '2,2024-01-06,K2,20.00');
  const february = file('2024-02.csv', `${head},Channel`, '3,2024-02-05,K1,30.00,web');
  const headless = file('2024-03.csv', '4,2024-03-01,K2,40.00', '5,2024-03-02,K3,50.00');

  it('stand one below the other, with the file of each row, a new column and no header too', async () => {
    const shop = await open([headless, january, february]);
    expect(shop.report.all).toEqual({ orders: 5, sales: 150 });
    expect(facts(shop)).toContain('stacked');
    expect(
      await shop.rows(`select file, count(*)::int as rows from source group by file order by file`),
    ).toEqual([
      { file: '2024-01.csv', rows: 2 },
      { file: '2024-02.csv', rows: 1 },
      { file: '2024-03.csv', rows: 2 },
    ]);
    addsUp(shop, 5);
  });

  it('are counted once where one was dropped twice', async () => {
    const shop = await open([
      january,
      february,
      file('copy of 2024-01.csv', head, '1,2024-01-05,K1,10.00', '2,2024-01-06,K2,20.00'),
    ]);
    expect(shop.report.all).toEqual({ orders: 3, sales: 60 });
    expect(aside(shop)).toEqual({ copied_table: 2 });
    expect(shop.inspection.tables[2]?.left_out).toEqual({ why: 'copy', about: '2024-01.csv' });
    addsUp(shop, 5);
  });

  it('keep the larger count of a row that both have, unless the project says otherwise', async () => {
    const a = file('a.csv', head, '1,2024-01-05,K1,10.00', '1,2024-01-05,K1,10.00', '2,2024-01-06,K2,20.00');
    const b = file('b.csv', head, '1,2024-01-05,K1,10.00', '3,2024-01-07,K2,30.00');
    const shop = await open([a, b]);
    expect(shop.report.all).toEqual({ orders: 3, sales: 70 });
    expect(aside(shop)).toEqual({ overlap: 1 });
    const kept = await open([a, b], { rules: { overlap: 'keep' } });
    expect(kept.report.all.sales).toBe(80);
    addsUp(kept, 5);
  });
});

describe('tables that do not belong', () => {
  const orders = file('orders.csv', 'Order ID,Date,Customer ID,Amount', '1,2024-01-05,K1,10.00');

  it('are left out with a reason, and their rows counted', async () => {
    const people = file('people.csv', 'Person,Region', 'Anna,West', 'Kelly,Central');
    const shop = await open([orders, people]);
    expect(shop.inspection.tables[1]).toMatchObject({ role: 'ignore', left_out: { why: 'no_key' } });
    expect(aside(shop)).toEqual({ left_out: 2 });
    addsUp(shop, 3);
  });

  it('are asked about where two could be the sales', async () => {
    const other = file('till.csv', 'Receipt,Day,Member,Total', 'R-1,2024-01-07,M1,99.00');
    const refused = await open([orders, other]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EngineError);
    expect(refused).toMatchObject({ code: 'needs-choice', questions: [{ id: 'tables' }] });
    const chosen = await open([orders, other], { files: [{ name: 'till.csv', role: 'orders' }] });
    expect(chosen.report.all.sales).toBe(99);
    const ignored = await open([orders, other], { files: [{ name: 'till.csv', role: 'ignore' }] });
    expect(ignored.report.all.sales).toBe(10);
  });

  it('that are sheets: the one that is named is read, a hidden one is not', async () => {
    const sheet = (name: string, hidden: boolean, amount: string) => ({
      ...file('book.xlsx', 'Order ID,Date,Customer ID,Amount', `${name},2024-01-05,K1,${amount}`),
      sheet: name,
      hidden,
    });
    const book = [sheet('May', false, '10.00'), sheet('June', false, '20.00'), sheet('Old', true, '40.00')];
    expect((await open(book)).report.all.sales).toBe(30);
    expect((await open(book, { files: [{ name: 'book.xlsx', sheet: 'June' }] })).report.all.sales).toBe(20);
    const all = { files: [{ name: 'book.xlsx', sheet: 'Old', role: 'part' as const }] };
    expect((await open(book, all)).report.all.sales).toBe(70);
  });
});

describe('a newer export added to an older one', () => {
  const head = 'Order ID,Line,Date,Customer,Amount,Status';
  const older = file(
    'spring.csv',
    head,
    '1,1,2024-01-05,K1,10.00,paid',
    '2,1,2024-02-05,K2,20.00,processing',
    '2,2,2024-02-05,K2,5.00,processing',
    '3,1,2024-02-06,K3,30.00,paid',
    '4,1,2024-02-20,K1,40.00,paid',
  );
  const newer = file(
    'summer.csv',
    head,
    '2,1,2024-02-05,K2,20.00,processing',
    '2,2,2024-02-05,K2,7.00,paid',
    '4,1,2024-02-20,K1,40.00,paid',
    '5,1,2024-05-01,K4,50.00,paid',
  );
  const add = (tables: ReturnType<typeof file>[], ...names: string[]) => open(tables, { newer: names });
  const changes = (shop: OpenShop) =>
    shop.rows('select order_id, change from import_changes order by order_id');

  it('takes its own rows of every order that both have, and keeps the rest', async () => {
    const shop = await add([older, newer], 'summer.csv');
    // 10 + 27 + 30 + 40 + 50: order 2 as the newer file has it.
    expect(shop.report.all).toEqual({ orders: 5, sales: 157 });
    expect(aside(shop)).toEqual({ superseded: 3 });
    addsUp(shop, 9);
  });

  it('says what is new, changed, and gone within its own days', async () => {
    const shop = await add([older, newer], 'summer.csv');
    // Order 1 lies before the newer file begins; order 4 is as it was.
    expect(await changes(shop)).toEqual([
      { order_id: '2', change: 'changed' },
      { order_id: '3', change: 'vanished' },
      { order_id: '5', change: 'new' },
    ]);
    expect(shop.report.facts).toContainEqual({
      id: 'import_changes',
      values: { new: 1, changed: 1, vanished: 1 },
    });
  });

  it('changes nothing where it is the same file again', async () => {
    const alone = await open([older]);
    const figures = [alone.report.all, alone.report.identified];
    const again = file('spring (2).csv', ...(await older.text.text()).trimEnd().split('\n'));
    const shop = await add([older, again], 'spring (2).csv');
    expect([shop.report.all, shop.report.identified]).toEqual(figures);
    expect(aside(shop)).toEqual({ copied_table: 5 });
  });

  it('can be followed by a newer one still', async () => {
    const latest = file('autumn.csv', head, '5,1,2024-05-01,K4,55.00,paid', '6,1,2024-09-01,K1,60.00,paid');
    const shop = await add([older, newer, latest], 'summer.csv', 'autumn.csv');
    expect(shop.report.all).toEqual({ orders: 6, sales: 222 });
    expect(await changes(shop)).toEqual([
      { order_id: '5', change: 'changed' },
      { order_id: '6', change: 'new' },
    ]);
  });

  it('keeps the amount of an order that stands on each of its rows', async () => {
    const total = 'Order ID,Date,Customer,Product,Order Total';
    const a = file(
      'a.csv',
      total,
      '1,2024-01-05,K1,Tea,12.00',
      '1,2024-01-05,K1,Cup,12.00',
      '2,2024-01-06,K2,Tea,9.00',
    );
    const b = file(
      'b.csv',
      total,
      '1,2024-01-05,K1,Tea,15.00',
      '1,2024-01-05,K1,Pot,15.00',
      '3,2024-01-07,K1,Tea,8.00',
    );
    expect((await open([a], {})).report.all).toEqual({ orders: 2, sales: 21 });
    expect((await add([a, b], 'b.csv')).report.all).toEqual({ orders: 3, sales: 32 });
  });

  it('without order numbers counts rows that both have once', async () => {
    const rows = 'Date,Customer,Amount';
    const a = file('a.csv', rows, '2024-01-05,K1,10.00', '2024-01-05,K1,10.00', '2024-01-06,K2,20.00');
    const b = file('b.csv', rows, '2024-01-06,K2,20.00', '2024-01-07,K3,30.00');
    const shop = await add([a, b], 'b.csv');
    expect(shop.report.all).toEqual({ orders: 4, sales: 70 });
    expect(aside(shop)).toEqual({ overlap: 1 });
  });

  it('is joined as the older one was: lines to orders, the newest row of a list', async () => {
    const orders = file(
      'orders2.csv',
      'order_id,ordered_at,customer_id,shipping,order_discount,status',
      '4,2024-03-02,K3,0.00,1.00,paid',
      '1,2024-01-05,K9,5.00,2.00,paid',
    );
    const lines = file('lines2.csv', 'line_id,order_id,sku,quantity,unit_price', 'f,4,POT,1,30.00');
    const shop = await add([ORDERS, LINES, orders, lines], 'orders2.csv', 'lines2.csv');
    // 24 + 10 + 42 + 30, less 2 and 1 off orders 1 and 4.
    expect(shop.report.all).toEqual({ orders: 4, sales: 103 });
    expect(await shop.rows(`select customer_id from orders where order_id = '1'`)).toEqual([
      { customer_id: 'K9' },
    ]);
    addsUp(shop, 4 + 5 + 2 + 1);
  });
});
