import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import type { Forgotten } from '../../src/domain/forgotten';
import { siftedFiles } from '../../src/state/sifted-files';
import { dataFile, describeWithData } from '../helpers/data';
import { tablesOf } from '../helpers/source';
import { fileOf, never, openShop, type OpenShop } from '../helpers/warehouse';

const NOBODY: Forgotten = { salt: 'salt of this browser', hashes: [] };
const asideOf = ({ report }: OpenShop) =>
  report.set_aside.find(({ rule }) => rule === 'forgotten')?.rows ?? 0;
const texts = async (files: readonly File[]) =>
  (await Promise.all(files.map((file) => file.text()))).join('\n');

async function open(files: readonly File[], choices: Choices): Promise<OpenShop> {
  const tables = (await Promise.all(files.map((file) => tablesOf(file, choices)))).flat();
  return openShop('native', tables, choices);
}

/** What the page does: the files without a customer, or without those on the list, and the shop that comes of them. */
async function without(
  shop: OpenShop,
  files: readonly File[],
  choices: Choices,
  who: string | null,
  list = NOBODY,
) {
  const tables = (await Promise.all(files.map((file) => tablesOf(file, choices)))).flat();
  const sifted = await shop.api.withoutCustomers(never, tables, who, list);
  const left = siftedFiles(files, choices, sifted);
  return { ...left, sifted, list: { ...list, hashes: [...list.hashes, ...sifted.hashes] } };
}

/** Figures of the shop less those of one customer, in cents. */
async function figuresOf(shop: OpenShop) {
  const { report } = shop;
  const cents = (amount: number) => Math.round(amount * 100);
  return {
    customers: report.identified.customers,
    orders: report.identified.orders,
    sales: cents(report.identified.sales!),
    net: cents(report.identified.net!),
  };
}

/** Forgets a customer and holds the shop to it: figures fall by theirs, rows add up, nothing of them is in the bytes. */
async function forgets(files: readonly File[], choices: Choices, customer: string, traces: string[]) {
  const shop = await open(files, choices);
  const before = await figuresOf(shop);
  const rowsBefore = shop.report.rows_read;
  const [theirs] = await shop.rows<{ orders: number; sales: number; net: number }>(
    `select orders, sales::double as sales, net::double as net from customers where customer_id = '${customer}'`,
  );
  expect(theirs).toBeDefined();
  const left = await without(shop, files, choices, customer);
  const bytes = await texts(left.files);
  for (const trace of traces) expect(bytes.toLowerCase()).not.toContain(trace.toLowerCase());
  const after = await open(left.files, left.choices);
  expect(await figuresOf(after)).toEqual({
    customers: before.customers - 1,
    orders: before.orders - theirs!.orders,
    sales: before.sales - Math.round(theirs!.sales * 100),
    net: before.net - Math.round(theirs!.net * 100),
  });
  expect(after.report.rows_read).toBe(rowsBefore);
  expect(after.report.rows_used + after.report.set_aside.reduce((sum, { rows }) => sum + rows, 0)).toBe(
    rowsBefore,
  );
  expect(asideOf(after)).toBeGreaterThan(0);
  expect(after.report.facts.filter(({ id }) => id === 'check_failed')).toEqual([]);
  const listed = await after.listed({ kind: 'set_aside', rule: 'forgotten' });
  expect(listed.every(({ cells, row_in_file: row }) => cells === null && row === null)).toBe(true);
  return { ...left, after };
}

const HEAD = 'Order ID,Order date,Customer ID,E-mail,Phone,Customer name,Note,Amount';
const SHOP = [
  ...[
    '1,2024-01-05,17,ada@example.com,0912345678,Ada Ng,"likes ""red"", and tea",10.00',
    '2,2024-01-06,18,bob@example.com,0987654321,Bob,,12.50',
  ],
  ...[
    '3,2024-02-05,,ADA@example.com,,Ada Ng,as a guest,7.25',
    '4,2024-02-07,19,eve@example.com,,Eve,17,30.00',
  ],
  ...[
    '5,2024-03-05,18,bob@example.com,,Bob,,4.00',
    '6,2024-03-09,17,,,Ada Ng,,-2.00',
    '7,2024-04-01,19,,,Eve,,8.00',
  ],
];
const shopFile = () => fileOf(`${[HEAD, ...SHOP].join('\n')}\n`, 'Shop export.csv');
const CHOICES: Choices = { history: 'complete' };

describe('a customer who is forgotten', () => {
  it('is gone with the orders under another of their keys; figures fall by theirs, and the rows still add up', async () => {
    const { files, choices, after } = await forgets([shopFile()], CHOICES, '17', [
      'ada@',
      'ada ng',
      '0912345678',
      'red',
    ]);
    expect(files.map(({ name }) => name)).toEqual(['Shop export.csv']);
    expect(choices.files?.[0]).toMatchObject({ name: 'Shop export.csv', forgotten: 3 });
    expect(asideOf(after)).toBe(3);
    // A quantity, a note or an amount of 17 is nobody's key.
    expect((await texts(files)).split('\n')[2]).toBe(
      '"4","2024-02-07","19","eve@example.com",,"Eve","17","30.00"',
    );
  });

  it('takes along the rows of their orders that name nobody: later lines of an order, and what was given back of it', async () => {
    const rows = [
      'Order ID,Order date,Customer ID,Product,Amount',
      ...['1,2024-01-05,17,Tea,10.00', '1,2024-01-05,,Secret cake,5.00', '1,2024-02-05,,Secret cake,-2.00'],
      ...['2,2024-01-06,18,Tea,12.00', '2,2024-01-06,,Mug,8.00', '3,2024-03-01,19,Tea,4.00'],
    ];
    const file = fileOf(`${rows.join('\n')}\n`, 'lines.csv');
    const { files, after } = await forgets([file], CHOICES, '17', ['secret', '"17"']);
    expect(asideOf(after)).toBe(3);
    expect((await texts(files)).trim().split('\n')).toHaveLength(4);
  });

  it('stays out when the same export, or a newer one, is opened again; another shop’s customer 17 does not', async () => {
    const shop = await open([shopFile()], CHOICES);
    const { list, sifted } = await without(shop, [shopFile()], CHOICES, '17');
    expect(sifted.keys).toEqual(expect.arrayContaining(['17', 'ada@example.com']));
    expect(JSON.stringify(list)).not.toMatch(/ada|0912345678/);
    const newer = fileOf(
      `${[HEAD, ...SHOP, '8,2024-05-01,,ada@example.com,,A. N.,,5.00', '9,2024-05-02,20,fay@example.com,,Fay,,6.00'].join('\n')}\n`,
      'newer.csv',
    );
    const again = await open([newer], CHOICES);
    expect(await again.api.forgottenIn(never, list)).toBe(1);
    const left = await without(again, [newer], CHOICES, null, list);
    expect(await texts(left.files)).not.toMatch(/ada/i);
    const after = await open(left.files, left.choices);
    expect([after.report.rows_read, asideOf(after), after.report.identified.customers]).toEqual([9, 4, 3]);
    expect(await after.api.forgottenIn(never, list)).toBe(0);
    const other = await open(
      [
        fileOf(
          'Bon;Tag;Kunde;Betrag\n1;2024-01-05;17;10,00\n2;2024-01-06;18;12,00\n3;2024-01-09;17;9,00\n',
          'laden.csv',
        ),
      ],
      CHOICES,
    );
    expect(await other.api.forgottenIn(never, list)).toBe(0);
    expect(await other.api.forgottenIn(never, { ...list, salt: 'another' })).toBe(0);
  });

  it('leaves several files too: orders, their lines, and the list of customers', async () => {
    const files = [
      fileOf(
        'Order ID,Order date,Customer ID\n101,2024-01-05,7\n102,2024-01-06,8\n103,2024-02-05,7\n104,2024-03-01,9\n105,2024-03-04,8\n',
        'orders.csv',
      ),
      fileOf(
        'Line,Order ID,Product,Quantity,Unit price\n1,101,Tea,2,3.50\n2,101,Mug,1,8.00\n3,102,Tea,7,3.50\n4,103,Pot,1,20.00\n5,104,Tea,1,3.50\n6,105,Mug,7,8.00\n',
        'lines.csv',
      ),
      fileOf(
        'Customer ID,Name,E-mail\n7,Ada Ng,ada@example.com\n8,Bob Lee,bob@example.com\n9,Eve Orr,eve@example.com\n',
        'customers.csv',
      ),
    ];
    const { files: left, after } = await forgets(files, CHOICES, '7', ['ada']);
    expect(asideOf(after)).toBe(6);
    const [, lines] = left;
    expect(
      (await lines!.text())
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]),
    ).toEqual(['"3"', '"5"', '"6"']);
  });

  it('leaves a second copy of a file too, and a file that is not read is kept no longer', async () => {
    const copy = async () => fileOf(await shopFile().text(), 'copy.csv');
    const left = fileOf('Customer ID,Words\n17,where is it\n', 'left.csv');
    const choices: Choices = { ...CHOICES, files: [{ name: 'left.csv', role: 'ignore' }] };
    const files = [shopFile(), await copy(), left];
    const forgotten = await forgets(files, choices, '17', ['ada@', 'where is it']);
    expect(forgotten.files.map(({ name }) => name)).toEqual(['Shop export.csv', 'copy.csv']);
    expect(asideOf(forgotten.after)).toBe(6);
  });

  it('who stands under the same header in a table that is joined to nothing is not overlooked', async () => {
    const orders = fileOf(
      'Order ID,Order date,Customer ID,Amount\n101,2024-01-05,7,5.00\n102,2024-01-06,8,6.00\n',
      'orders.csv',
    );
    const calls = fileOf(
      'Call,Customer ID,Minutes\nT1,7,3\nT2,7,9\nT3,56,7\nT4,56,7\nT5,57,7\nT6,57,1\nT7,58,2\n',
      'calls.csv',
    );
    const shop = await open([orders, calls], CHOICES);
    expect(shop.inspection.tables.find(({ name }) => name === 'calls.csv')?.role).toBe('ignore');
    const refused = without(shop, [orders, calls], CHOICES, '7');
    await expect(refused).rejects.toMatchObject({ code: 'not-taken-out', file: 'calls.csv' });
  });

  it('who cannot be found in a table that still names them is refused, and nothing changes', async () => {
    const files = [
      fileOf(
        'Order ID,Order date,Customer ID,E-mail,Amount\n101,2024-01-05,7,ada@example.com,5.00\n102,2024-01-06,8,bob@example.com,6.00\n',
        'orders.csv',
      ),
      fileOf(
        'Ticket,Sender,Words\nT1,ada@example.com,where is it\nT2,joe@example.com,hello\n',
        'tickets.csv',
      ),
    ];
    const shop = await open(files, CHOICES);
    const refused = without(shop, files, CHOICES, '7');
    await expect(refused).rejects.toMatchObject({ code: 'not-taken-out', file: 'tickets.csv' });
    expect((await shop.rows('select count(*) as n from customers'))[0]).toMatchObject({ n: 2 });
  });
});

describeWithData('the best customer of Superstore, a workbook', () => {
  it('is forgotten: the figures fall by theirs, to the cent', async () => {
    const { readFileSync } = await import('node:fs');
    const path = dataFile('real', 'superstore', 'Sample-Superstore.xls');
    const file = new File([readFileSync(path)], 'Sample-Superstore.xls');
    const shop = await open([file], CHOICES);
    const [first] = await shop.rows<{ customer_id: string; name: string }>(
      'select customer_id, customer_name as name from customers join contacts using (customer_id) order by orders desc, customer_id limit 1',
    );
    await forgets([file], CHOICES, first!.customer_id, [
      first!.customer_id,
      ...(first!.name ? [first!.name] : []),
    ]);
  }, 60_000);
});
