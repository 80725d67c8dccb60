import { describe, expect, it } from 'vitest';
import type { Choices, Field } from '../../../src/domain/choices';
import type { MappingProposal } from '../../../src/domain/mapping';
import { detectDialect } from '../../../src/ingest/dialect/detect-dialect';
import { parseDelimited } from '../../../src/ingest/dialect/parse-delimited';
import { proposeMapping } from '../../../src/ingest/mapping/propose-mapping';
import { resolveMap } from '../../../src/ingest/mapping/resolve-map';
import { sniffFormat } from '../../../src/ingest/dialect/sniff-format';
import { countEvidence } from './count-evidence';
import { dataBytes, hasData } from './data-folder';
import { questionOf } from '../../../src/i18n/say';
import { outcomeTold } from '../../helpers/told';

const mapped = ({ fields }: MappingProposal) =>
  Object.fromEntries(fields.map(({ field, column }) => [field, column])) as Partial<Record<Field, string>>;

function proposeFor(name: string, choices: Choices = {}): MappingProposal {
  const bytes = dataBytes(`real/${name}`);
  const { encoding } = sniffFormat(bytes.subarray(0, 1 << 20));
  const text = new TextDecoder(encoding).decode(bytes);
  const detected = detectDialect(text.slice(0, 1 << 20), name);
  if (!detected.ok) throw new Error(detected.error.id);
  const { dialect, columns } = detected.value;
  const rows = parseDelimited(text, dialect).rows.slice(dialect.has_header ? 1 : 0);
  return proposeMapping(countEvidence(columns, rows), { name }, choices);
}

const propose = (columns: string[], rows: string[][], choices: Choices = {}) =>
  proposeMapping(countEvidence(columns, rows), { name: 'orders.csv' }, choices);

describe.skipIf(!hasData)('real files, without any choice', () => {
  it('UCI Online Retail is recognised', () => {
    const proposal = proposeFor('uci_online_retail/online_retail.csv.gz');
    expect(mapped(proposal)).toEqual({
      date: 'InvoiceDate',
      order_id: 'InvoiceNo',
      customer: 'CustomerID',
      quantity: 'Quantity',
      unit_price: 'UnitPrice',
      product: 'Description',
      sku: 'StockCode',
      country: 'Country',
    });
    expect(proposal).toMatchObject({
      profile: { id: 'uci-online-retail' },
      amount_from: 'price_times_quantity',
      order_grain: 'order_id',
      amount_level: 'line',
      questions: [],
    });
    expect(proposal.dates[4]).toEqual({ formats: ['%Y-%m-%d %H:%M:%S'], style: 'iso', has_offset: false });
  });

  it('CDNOW has no order number: a row is an order', () => {
    const proposal = proposeFor('cdnow/CDNOW_master.txt');
    expect(mapped(proposal)).toEqual({
      customer: 'customer_id',
      date: 'date',
      quantity: 'number_of_cds',
      amount: 'dollar_value',
    });
    expect(proposal).toMatchObject({ order_grain: 'row', amount_from: 'amount', questions: [] });
    expect(proposal.dates[1]?.formats).toEqual(['%Y%m%d']);
  });

  it('CDNOW sample without a header: the only date and the only amount are proposed, no customer is guessed', () => {
    expect(mapped(proposeFor('cdnow/CDNOW_sample.txt'))).toEqual({ date: 'column_3', amount: 'column_5' });
  });

  it('AdventureWorks counts no order line number as an order number', () => {
    const proposal = proposeFor('adventureworks/sales.csv');
    expect(mapped(proposal)).toEqual({
      date: 'OrderDate',
      order_id: 'SalesOrderNumber',
      email: 'EmailAddress',
      customer_name: 'CustomerName',
      product: 'Item',
      quantity: 'Quantity',
      unit_price: 'UnitPrice',
      tax: 'TaxAmount',
    });
    expect(proposal).toMatchObject({ amount_from: 'price_times_quantity', questions: [] });
  });

  it('AdventureWorks by name proposes no other identity', () => {
    const proposal = proposeFor('adventureworks/sales.csv', { map: { customer_name: 'CustomerName' } });
    expect(mapped(proposal)).not.toHaveProperty('email');
    expect(mapped(proposal).customer_name).toBe('CustomerName');
  });

  it('Maven: the price stands once an order and is not multiplied by the items purchased', () => {
    const proposal = proposeFor('maven_fuzzy_factory/orders.csv');
    expect(mapped(proposal)).toEqual({
      date: 'created_at',
      order_id: 'order_id',
      customer: 'user_id',
      quantity: 'items_purchased',
      amount: 'price_usd',
      cost: 'cogs_usd',
    });
    expect(proposal).toMatchObject({ amount_from: 'amount', questions: [] });
  });

  it('Superstore: the discount is a rate, not money', () => {
    const proposal = proposeFor('superstore/superstore.csv');
    expect(mapped(proposal)).toMatchObject({
      date: 'Order Date',
      order_id: 'Order ID',
      customer: 'Customer ID',
      amount: 'Sales',
      product: 'Product Name',
      category: 'Category',
    });
    expect(mapped(proposal)).not.toHaveProperty('discount');
    expect(mapped(proposal)).not.toHaveProperty('cost');
  });

  it('Northwind: price × quantity less a share of it, freight as shipping', () => {
    const proposal = proposeFor('northwind/order_lines.csv');
    expect(mapped(proposal)).toMatchObject({
      date: 'OrderDate',
      order_id: 'OrderID',
      customer: 'CustomerID',
      unit_price: 'UnitPrice',
      quantity: 'Quantity',
      shipping: 'Freight',
      country: 'ShipCountry',
      product: 'ProductName',
      discount: 'Discount',
    });
    expect(proposal.amount_from).toBe('price_times_quantity');
  });

  it('Tmall has sales but nobody who bought', () => {
    const proposal = proposeFor('tmall/tmall_order_report_excel_resaved.csv');
    expect(mapped(proposal)).toEqual({
      date: '订单创建时间',
      order_id: '订单编号',
      amount: '买家实际支付金额',
      refund: '退款金额',
    });
    expect(proposal.questions).toEqual([]);
  });

  it('Pizza orders have no amount, and no column that could be one: nothing is asked', () => {
    const { questions, amount_from } = proposeFor('pizza/orders.csv');
    expect(questions).toEqual([]);
    expect(amount_from).toBeNull();
  });
});

const SHOPIFY =
  'Name|Email|Financial Status|Paid at|Fulfillment Status|Fulfilled at|Accepts Marketing|Currency|Subtotal|Shipping|Taxes|Total|Discount Code|Discount Amount|Shipping Method|Created at|Lineitem quantity|Lineitem name|Lineitem price|Lineitem compare at price|Lineitem sku|Lineitem requires shipping|Lineitem taxable|Lineitem fulfillment status|Billing Name|Billing Country|Billing Phone|Shipping Name|Shipping Country|Notes|Cancelled at|Payment Method|Refunded Amount|Vendor|Id|Tags|Source|Lineitem discount|Phone'.split(
    '|',
  );

describe('the Shopify orders export', () => {
  const row = (cells: Record<string, string>) => SHOPIFY.map((name) => cells[name] ?? '');
  const first = {
    Name: '#1001',
    Email: 'a@example.com',
    'Financial Status': 'paid',
    Currency: 'EUR',
    Subtotal: '40.00',
    Shipping: '5.00',
    Taxes: '8.00',
    Total: '53.00',
    'Discount Amount': '0.00',
    'Created at': '2025-10-07 09:50:26 +0200',
    'Lineitem quantity': '1',
    'Lineitem name': 'Tea',
    'Lineitem price': '20.00',
    'Refunded Amount': '0.00',
    'Shipping Country': 'DE',
    Source: 'web',
  };
  const second = {
    Name: '#1001',
    Email: 'a@example.com',
    'Created at': '2025-10-07 09:50:26 +0200',
    'Lineitem quantity': '1',
    'Lineitem name': 'Cup',
    'Lineitem price': '20.00',
  };
  const proposal = propose(SHOPIFY, [row(first), row(second), row({ ...first, Name: '#1002' })]);

  it('is recognised, and its order money stands on the first row of an order', () => {
    expect(proposal).toMatchObject({
      profile: { id: 'shopify-orders' },
      amount_from: 'amount',
      amount_level: 'order_first_row',
      layout: { refunds: { includes_tax: true } },
      order_grain: 'order_id',
      questions: [],
    });
  });

  it('maps the order number, e-mail, money, refund and country', () => {
    expect(mapped(proposal)).toMatchObject({
      order_id: 'Name',
      email: 'Email',
      date: 'Created at',
      amount: 'Subtotal',
      total: 'Total',
      tax: 'Taxes',
      shipping: 'Shipping',
      refund: 'Refunded Amount',
      discount: 'Discount Amount',
      discount_code: 'Discount Code',
      status: 'Financial Status',
      cancelled_at: 'Cancelled at',
      product: 'Lineitem name',
      country: 'Shipping Country',
      channel: 'Source',
      currency: 'Currency',
    });
  });

  it('reads its dates with their offset', () => {
    expect(proposal.dates[SHOPIFY.indexOf('Created at')]).toEqual({
      formats: ['%Y-%m-%d %H:%M:%S %z'],
      style: 'formats',
      has_offset: true,
    });
  });
});

describe('exports in other languages', () => {
  const lines = (amounts: string[], date = '25/04/2024') =>
    amounts.map((amount, i) => [`A${1 + Math.floor(i / 2)}`, date, `K${i % 2}`, 'Trà sen', '2', amount]);

  it.each<[string, string[], string[], Partial<Record<Field, string>>]>([
    [
      'Vietnamese',
      ['Mã đơn hàng', 'Ngày đặt hàng', 'Mã khách hàng', 'Tên sản phẩm', 'Số lượng', 'Thành tiền'],
      ['1.250.000', '45.000', '9.500'],
      {
        order_id: 'Mã đơn hàng',
        date: 'Ngày đặt hàng',
        customer: 'Mã khách hàng',
        product: 'Tên sản phẩm',
        quantity: 'Số lượng',
        amount: 'Thành tiền',
      },
    ],
    [
      'German',
      ['Bestellnummer', 'Bestelldatum', 'Kundennummer', 'Artikel', 'Menge', 'Betrag'],
      ['1.250,50', '45,00', '9,95'],
      {
        order_id: 'Bestellnummer',
        date: 'Bestelldatum',
        customer: 'Kundennummer',
        product: 'Artikel',
        quantity: 'Menge',
        amount: 'Betrag',
      },
    ],
    [
      'Spanish',
      ['Número de pedido', 'Fecha', 'Cliente', 'Producto', 'Cantidad', 'Importe'],
      ['1.250,50 €', '45,00 €', '9,95 €'],
      {
        order_id: 'Número de pedido',
        date: 'Fecha',
        customer: 'Cliente',
        product: 'Producto',
        quantity: 'Cantidad',
        amount: 'Importe',
      },
    ],
    [
      'Chinese',
      ['订单编号', '下单时间', '买家会员名', '商品名称', '数量', '实付金额'],
      ['1250.50', '45.00', '9.95'],
      {
        order_id: '订单编号',
        date: '下单时间',
        customer: '买家会员名',
        product: '商品名称',
        quantity: '数量',
        amount: '实付金额',
      },
    ],
    [
      'French',
      ['Numéro de commande', 'Date de commande', 'Numéro de client', 'Produit', 'Quantité', 'Montant'],
      ['1 250,50', '45,00', '9,95'],
      {
        order_id: 'Numéro de commande',
        date: 'Date de commande',
        customer: 'Numéro de client',
        product: 'Produit',
        quantity: 'Quantité',
        amount: 'Montant',
      },
    ],
  ])('%s headers and amounts are understood', (_, columns, amounts, expected) => {
    const proposal = propose(columns, lines([...amounts, ...amounts]));
    expect(mapped(proposal)).toEqual(expected);
    expect(proposal).toMatchObject({ amount_from: 'amount', date_order: 'dmy', questions: [] });
    expect(proposal.numbers[5]).toBeDefined();
  });
});

describe('the amount', () => {
  const order = (id: number, cells: string[]) => [
    `${id}`,
    `2024-04-0${1 + (id % 9)}`,
    `c${id % 3}`,
    ...cells,
  ];

  it('is the total where the file has no other money', () => {
    const proposal = propose(
      ['Order', 'Date', 'Customer', 'Total'],
      [1, 2, 3].map((id) => order(id, ['12.50'])),
    );
    expect(mapped(proposal)).toMatchObject({ amount: 'Total' });
    expect(proposal.amount_level).toBe('line');
  });

  it('is the subtotal where a total stands beside it', () => {
    const proposal = propose(
      ['Order', 'Date', 'Customer', 'Subtotal', 'Total'],
      [1, 2, 3].map((id) => order(id, ['10.00', '12.50'])),
    );
    expect(mapped(proposal)).toMatchObject({ amount: 'Subtotal', total: 'Total' });
  });

  it('is price × quantity where the only other money is the total of the order, repeated on its lines', () => {
    const rows = [1, 1, 2, 2, 3, 3].map((id) => order(id, ['Tea', '2', '5.00', '20.00']));
    const proposal = propose(
      ['Order ID', 'Date', 'Customer', 'Product', 'Qty', 'Unit price', 'Order Total'],
      rows,
    );
    expect(proposal.amount_from).toBe('price_times_quantity');
    expect(mapped(proposal)).toMatchObject({ total: 'Order Total', unit_price: 'Unit price' });
  });

  it('is the repeated total, taken once an order, where the lines have no price', () => {
    const rows = [1, 1, 2, 2, 3, 3].map((id) => order(id, ['Tea', '2', '20.00']));
    const proposal = propose(['Order ID', 'Date', 'Customer', 'Product', 'Qty', 'Order Amount'], rows);
    expect(proposal).toMatchObject({ amount_from: 'amount', amount_level: 'order_repeated' });
  });

  it('stands on the first row of an order where the others are blank', () => {
    const rows = [1, 1, 2, 2, 3, 3].map((id, i) => order(id, ['Tea', '2', i % 2 === 0 ? '20.00' : '']));
    const proposal = propose(['Order ID', 'Date', 'Customer', 'Product', 'Qty', 'Order Amount'], rows);
    expect(proposal).toMatchObject({ amount_from: 'amount', amount_level: 'order_first_row' });
  });

  it('is never an identifier', () => {
    const rows = [1, 2, 3].map((id) => [`${id}000`, `2024-04-0${id}`, `8800${id}`]);
    const { questions, amount_from } = propose(['order_id', 'date', 'customer_id'], rows);
    expect(questions).toEqual([]);
    expect(amount_from).toBeNull();
  });
});

describe('questions', () => {
  const rows = (date: string, amount: string) => [1, 2, 3].map((id) => [`${id}`, date, `c${id}`, amount]);
  const columns = ['Order ID', 'Order date', 'Customer ID', 'Amount'];

  it('show both readings of an ambiguous date in words', () => {
    const [question] = propose(columns, rows('03/04/2024', '12.50')).questions.map(questionOf);
    expect(question).toMatchObject({ id: 'date_order', column: 'Order date' });
    expect(question?.examples).toEqual(['03/04/2024: 3 April 2024 or 4 March 2024']);
    expect(question?.options.map(({ value }) => value)).toEqual(['dmy', 'mdy']);
  });

  it('are answered by choices', () => {
    const proposal = propose(columns, rows('03/04/2024', '1.234'), { date_order: 'mdy', decimal: ',' });
    expect(proposal.questions).toEqual([]);
    expect(proposal.date_order).toBe('mdy');
    expect(proposal.numbers[3]).toMatchObject({ decimal: ',', group: '.' });
  });

  it('ask what 1.234 means, with both readings', () => {
    const [question] = propose(columns, rows('2024-04-03', '1.234')).questions.map(questionOf);
    expect(question).toMatchObject({ id: 'decimal', column: 'Amount', examples: ['1.234'] });
    expect(question?.options.map(({ label }) => label.split(':')[0])).toEqual(['1234', '1.234']);
  });

  it('are not asked where another column of the file decides', () => {
    const both = ['Order ID', 'Order date', 'Ship date', 'Customer ID', 'Amount', 'Tax'];
    const data = [1, 2, 3].map((id) => [`${id}`, '03/04/2024', '25/04/2024', `c${id}`, '1.234', '12,50']);
    const proposal = propose(both, data);
    expect(proposal.questions).toEqual([]);
    expect(proposal.date_order).toBe('dmy');
    expect(proposal.numbers[4]).toMatchObject({ decimal: ',', group: '.' });
  });

  it('are not asked about day numbers of a spreadsheet in a column called a date: they are read', () => {
    const proposal = propose(columns, [
      ['1', '45123', 'c', '9.50'],
      ['2', '45124', 'd', '8.50'],
    ]);
    expect(proposal.questions).toEqual([]);
    expect(proposal.dates[1]?.style).toBe('serial');
  });

  it('name a date column that is not one', () => {
    const [question] = propose(columns, rows('soon', '9.50')).questions.map(questionOf);
    expect(question?.id).toBe('map.date');
    expect(question?.question).toContain('"soon"');
  });
});

describe('choices.map', () => {
  const columns = [{ column: 'Order ID' }, { column: 'Customer' }, { column: 'Sum' }];

  it('takes headers, column numbers and null', () => {
    expect(resolveMap({ order_id: 'Order ID', amount: 2, customer: null }, columns)).toEqual({
      ok: true,
      value: { order_id: 0, amount: 2, customer: null },
    });
  });

  it('names a wrong header and the nearest real one', () => {
    expect(outcomeTold(resolveMap({ customer: 'Costumer' }, columns))).toMatchObject({
      ok: false,
      error: { code: 'unknown-column', column: 'Costumer', next: 'Did you mean "Customer"?' },
    });
    expect(resolveMap({ amount: 3 }, columns)).toMatchObject({
      ok: false,
      error: { code: 'unknown-column' },
    });
  });

  it('overrides what would be proposed, and null leaves a field out', () => {
    const rows = [1, 2, 3].map((id) => [`${id}`, '2024-04-03', `c${id}`, '9.50', '10.50']);
    const names = ['Order ID', 'Date', 'Customer', 'Amount', 'Paid'];
    const proposal = propose(names, rows, { map: { amount: 'Paid', customer: null } });
    expect(mapped(proposal)).toMatchObject({ amount: 'Paid' });
    expect(mapped(proposal)).not.toHaveProperty('customer');
  });
});
