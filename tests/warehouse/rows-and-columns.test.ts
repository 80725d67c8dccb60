import { describe, expect, it } from 'vitest';
import { fileOf, openShop } from '../helpers/warehouse';

const head = 'Order ID,Order date,Customer ID,Amount';
const orders = (from: number, n: number) =>
  Array.from({ length: n }, (_, i) => `${from + i},2024-0${1 + (i % 8)}-1${i % 10},K${i % 5},10.00`);
const open = (...files: string[][]) =>
  openShop(
    'native',
    files.map((rows, i) => fileOf(`${rows.join('\n')}\n`, `part-${i}.csv`)),
    { history: 'complete' },
  );

describe('rows that do not fit the header', () => {
  it('are set aside of several files too, and their lines are said', async () => {
    const { report } = await open(
      [head, ...orders(1, 20), '90,2024-01-05,Koch, Bernd,9.00'],
      [head, ...orders(30, 20)],
    );
    expect(report.set_aside).toEqual([{ rule: 'ragged_row', rows: 1 }]);
    expect(report.facts).toContainEqual({ id: 'broken_rows', values: { rows: 1, lines: '22' } });
  });

  it('are said first of all where they are more than a third of the rows', async () => {
    const broken = Array.from({ length: 12 }, (_, i) => `9${i},2024-01-05,Koch, Bernd${',x'.repeat(i)},9.00`);
    const { report } = await open([head, ...orders(1, 20), ...broken]);
    expect(report.facts[0]).toEqual({
      id: 'mostly_aside',
      values: { rows: 12, of: 32, reason: 'ragged_row' },
    });
  });
});

/** The code and the sentence of what a file is refused with. */
const refusal = (rows: string[]): Promise<{ code: string; message: string }> =>
  open(rows).then(
    () => ({ code: 'read', message: '' }),
    (error: unknown) => error as { code: string; message: string },
  );

describe('a list alone is refused as what it is', () => {
  const five = (row: (i: number) => string) => Array.from({ length: 5 }, (_, i) => row(i));
  it.each([
    [
      'Shopify',
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address City,Phone,Total Spent,Total Orders,Note,Tags',
      five((i) => `${i},An,Vu,a${i}@ex.test,yes,Hue,,2${i}.00,${i},,`),
    ],
    [
      'WooCommerce',
      'Name,Username,Last Active,Date Registered,Email,Orders,Total Spend,AOV,Country / Region,City',
      five(
        (i) => `An ${i},an${i},2024-05-0${i + 1},2023-01-0${i + 1},a${i}@ex.test,${i},2${i}.00,9.5,VN,Hue`,
      ),
    ],
    [
      'Square',
      'Reference ID,First Name,Last Name,Email Address,Phone Number,Company Name,Birthday,Memo,Creation Source,First Visit,Last Visit,Transaction Count,Lifetime Spend',
      five(
        (i) =>
          `,An,Vu,a${i}@ex.test,0901${i},,,,Manual,2024-01-0${i + 1},2024-03-0${i + 1},${i + 1},$2${i}.00`,
      ),
    ],
    [
      'Mailchimp',
      'Email Address,First Name,Last Name,Address,Phone Number,Birthday,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,LEID,EUID,TAGS',
      five(
        (i) =>
          `a${i}@ex.test,An,Vu,,,,2,2023-01-0${i + 1} 10:00:00,1.1.1.1,2023-01-0${i + 1} 10:00:00,${i},e${i},`,
      ),
    ],
    [
      'a till in German',
      'Kundennummer,Vorname,Nachname,E-Mail,Anzahl Bestellungen,Gesamtumsatz,Letzte Bestellung',
      five((i) => `${i},An,Vu,a${i}@ex.test,${i},"2${i},00",0${i + 1}.03.2024`),
    ],
  ])('of customers: %s', async (_, header, rows) => {
    const { code, message } = await refusal([header, ...rows]);
    expect(code).toBe('not-sales');
    expect(message).toContain('list of customers');
  });

  it.each([
    [
      'Shopify',
      'Handle,Title,Vendor,Type,Published,Variant SKU,Variant Price,Variant Inventory Qty',
      five((i) => `tea-${i},Tea ${i},Shop,Tea,true,T${i},2${i}.00,5`),
    ],
    [
      'WooCommerce',
      'ID,Type,SKU,Name,Published,In stock?,Stock,Regular price,Categories,Images',
      five((i) => `${i},simple,T${i},Tea ${i},1,1,5,2${i}.00,Tea,`),
    ],
  ])('of products: %s', async (_, header, rows) => {
    const { code, message } = await refusal([header, ...rows]);
    expect(code).toBe('not-sales');
    expect(message).toContain('list of products');
  });

  it.each([
    [
      'orders without numbers, each of another customer',
      'Date,First Name,Last Name,Email,City,Amount',
      five((i) => `2024-01-0${i + 1},An,Vu,a${i}@ex.test,Hue,2${i}.00`),
    ],
    [
      'orders that say how much their customer has spent',
      'Order ID,Date,Email,Amount,Total Spent,Total Orders',
      five((i) => `${i},2024-01-0${i + 1},a${i}@ex.test,2${i}.00,99.00,4`),
    ],
    [
      'lines with what is in stock',
      'Date,Customer,SKU,Barcode,Stock,Quantity,Price',
      five((i) => `2024-01-0${i + 1},An ${i % 2},T${i},4${i},5,1,2${i}.00`),
    ],
    [
      'sales by created date, of members',
      'Created at,Customer,Email,Amount',
      five((i) => `2024-01-0${i + 1},An ${i},a${i}@ex.test,2${i}.00`),
    ],
  ])('but not %s', async (_, header, rows) => {
    expect((await refusal([header, ...rows])).code).toBe('read');
  });
});

describe('date and customer on the first row of a visit only', () => {
  const visits = (lines: (i: number, day: string) => string[]) =>
    Array.from({ length: 12 }, (_, i) => lines(i, `2024-0${1 + (i % 6)}-1${i % 10}`)).flat();

  it.each([
    [
      'names, products and prices',
      'Date,Customer,Product,Qty,Price',
      visits((i, day) => [`${day},Ann ${i % 4},Rose,2,5.00`, ',,Vase,1,2.50', ',,Card,1,1.00']),
      { orders: 12, customers: 4, sales: 12 * 13.5 },
    ],
    [
      'phones, and a sum below the table',
      'Datum,Telefon,Artikel,Betrag',
      [
        ...visits((i, day) => [`${day},0151 200${i % 3},Rose,5.00`, ',,Vase,2.50']),
        ',,,90.00',
        ',,Summe,90.00',
      ],
      { orders: 12, customers: 3, sales: 90 },
    ],
    [
      'one customer without an e-mail does not take that of the visit before',
      'Date,Customer,Email,Product,Amount',
      visits((i, day) => [`${day},C${i},${i % 2 ? '' : `a${i}@ex.test`},Rose,5.00`, ',,,Vase,2.50']),
      { orders: 12, customers: 12, sales: 90 },
    ],
    [
      'amounts alone',
      'Date,Customer,Amount',
      [...visits((i, day) => [`${day},C${i % 4},5.00`, ',,2.50']), '2024-12-01,C1,5.00'],
      { orders: 13, customers: 4, sales: 95 },
    ],
  ])('is filled down: %s', async (_, header, rows, { orders: n, customers, sales }) => {
    const { report } = await open([header, ...rows]);
    expect(report.identified).toMatchObject({ customers, orders: n });
    expect(report.all).toEqual({ orders: n, sales });
    expect(report.facts.map(({ id }) => id)).toContain('visits_filled');
  });

  it.each([
    ['every row has both', 'Date,Customer,Product,Amount', visits((i, day) => [`${day},C${i},Rose,5.00`])],
    [
      'a customer is missing on dated rows',
      'Date,Customer,Product,Amount',
      visits((i, day) => [`${day},C${i},Rose,5.00`, `${day},,Vase,2.00`]),
    ],
    [
      'the blanks do not stand together',
      'Date,Customer,Product,Amount',
      visits((i, day) => [`${day},C${i},Rose,5.00`, `,C${i},Vase,2.00`, ',,Card,1.00']),
    ],
    [
      'sums alone have neither',
      'Date,Customer,Amount',
      [...visits((i, day) => [`${day},C${i},5.00`]), ',,60.00', ',,5.00'],
    ],
  ])('is not, where %s', async (_, header, rows) => {
    const { report } = await open([header, ...rows]);
    expect(report.facts.map(({ id }) => id)).not.toContain('visits_filled');
  });
});

describe('a table with a row a customer and a column a month', () => {
  it.each([
    ['English names', ['Customer', 'Jan-24', 'Feb-24', 'Mar-24'], '2024-01-01', '2024-03-01'],
    ['years first', ['Email', '2024-01', '2024-02', '2024-03'], '2024-01-01', '2024-03-01'],
    [
      'first days of months',
      ['Customer', '2024-01-01', '2024-02-01', '2024-03-01'],
      '2024-01-01',
      '2024-03-01',
    ],
    ['German names', ['Kunde', 'Januar 2024', 'Februar 2024', 'März 2024'], '2024-01-01', '2024-03-01'],
    [
      'Vietnamese',
      ['Khách hàng', 'Tháng 1/2024', 'Tháng 2/2024', 'Tháng 3/2024'],
      '2024-01-01',
      '2024-03-01',
    ],
    ['Chinese', ['客户', '2024年11月', '2024年12月', '2025年1月'], '2024-11-01', '2025-01-01'],
    ['numbers', ['Customer', '11/2024', '12/2024', '01/2025'], '2024-11-01', '2025-01-01'],
  ])('is turned: %s', async (_, head, from, to) => {
    const rows = [
      'an@ex.test,100,60,50',
      'bo@ex.test,80,,70.5',
      'cy@ex.test,,40,-',
      'di@ex.test,,0,90',
      'Total,180,100,210.5',
    ];
    const { report } = await open([head.join(','), ...rows]);
    expect(report.all).toEqual({ orders: 7, sales: 490.5 });
    expect(report.identified.customers).toBe(4);
    expect([report.from, report.to]).toEqual([from, to]);
    expect(report.set_aside).toEqual([{ rule: 'total_row', rows: 1 }]);
    expect(report.facts).toContainEqual({ id: 'months_turned', values: { months: 3, rows: 8 } });
  });

  it('takes its year from the title or the name where months have none, and leaves the sums of rows out', async () => {
    const { report } = await open([
      'Sales 2024,,,,',
      'Customer,City,Jan,Feb,Mar,Total',
      'Ann,Hue,10,,5,15',
      'Bo,Hue,,20,,20',
      'Cy,Hue,1,1,1,3',
    ]);
    expect(report.all).toEqual({ orders: 6, sales: 38 });
    expect(report.from).toBe('2024-01-01');
  });

  it.each([
    [
      'it has dates of its own',
      [
        'Date,Customer,Jan-24,Feb-24,Mar-24,Amount',
        '2024-01-05,Ann,1,2,3,10.00',
        '2024-01-06,Bo,1,2,3,20.00',
      ],
    ],
    ['products stand in its rows', ['Product,Jan-24,Feb-24,Mar-24', 'Tea,1,2,3', 'Cup,3,2,1']],
    ['the months hold texts', ['Customer,Jan-24,Feb-24,Mar-24', 'Ann,yes,no,yes', 'Bo,no,no,yes']],
    ['customers repeat', ['Customer,Jan-24,Feb-24,Mar-24', 'Ann,1,2,3', 'Ann,1,2,3', 'Ann,1,4,3']],
  ])('is not, where %s', async (_, rows) => {
    const opened = await open(rows).catch(() => null);
    expect(opened?.report.facts.map(({ id }) => id) ?? []).not.toContain('months_turned');
  });
});

describe('keys of two tables are joined as what they show', () => {
  const sold = (id: (i: number) => string) => [
    'Order ID,Order date,Customer ID,Amount',
    ...Array.from({ length: 12 }, (_, i) => `${100 + i},2024-01-${10 + i},${id(i % 4)},10.00`),
  ];
  const people = (id: (i: number) => string) => [
    'Customer ID,Email,Segment',
    ...Array.from({ length: 4 }, (_, i) => `${id(i)},a${i}@ex.test,S${i % 2}`),
  ];
  it.each([
    ['zeros before the number', (i: number) => `${42 + i}`, (i: number) => `000${42 + i}`],
    ['zeros on the other side', (i: number) => `000${42 + i}`, (i: number) => `${42 + i}`],
    ['an apostrophe and a trailing .0', (i: number) => `'${42 + i}`, (i: number) => `${42 + i}.0`],
    ['all of these', (i: number) => `'000${42 + i}`, (i: number) => `${42 + i}.0`],
  ])('%s', async (_, one, other) => {
    const { report } = await open(sold(one), people(other));
    expect(report.facts.find(({ id }) => id === 'joined')?.values).toMatchObject({ found: 12, of: 12 });
    expect(report.identified.customers).toBe(4);
  });

  it('but not where the zeros tell two of them apart', async () => {
    const list = [
      'Customer ID,Email,Segment',
      '042,a@ex.test,S',
      '42,b@ex.test,S',
      '043,c@ex.test,S',
      '044,d@ex.test,S',
    ];
    const { inspection } = await open(
      sold((i) => `${42 + i}`),
      list,
    );
    const join = inspection.tables.find(({ role }) => role === 'customers')?.join;
    expect(join?.found ?? 0).toBeLessThan(12);
  });
});

it.each([
  ['prices of zero', ['1,2024-01-05,K1,0.00', '2,2024-01-06,K2,0.00'], 'price is zero'],
  ['days to come', ['1,2199-01-05,K1,5.00', '2,2199-01-06,K2,5.00'], 'still to come'],
])('a file of which no row is used is refused with the reason: %s', async (_, rows, reason) => {
  const { code, message } = await refusal(
    ['Order ID,Order date,Customer ID,Unit price', ...rows].map((row, i) =>
      i === 0 ? `${row},Quantity` : `${row},1`,
    ),
  );
  expect(code).toBe('nothing-used');
  expect(message).toMatch(new RegExp(reason));
});
