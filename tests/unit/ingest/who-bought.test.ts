import { describe, expect, it } from 'vitest';
import type { ColumnEvidence } from '../../../src/domain/evidence';
import {
  namesAmount,
  namesBuyer,
  namesBuyersNumber,
  namesNoBuyer,
} from '../../../src/ingest/names/header-words';
import { proposeMapping } from '../../../src/ingest/mapping/propose-mapping';
import { questionOf } from '../../../src/i18n/say';

const ROWS = 60;
const date = (position: number, column = 'Date'): ColumnEvidence => ({
  column,
  position,
  rows: ROWS,
  filled: ROWS,
  distinct: ROWS,
  examples: ['2025-01-01', '2025-01-02', '2025-02-03'],
  wrapped_ids: 0,
  dates: [
    {
      shape: '9999-99-99',
      rows: ROWS,
      examples: ['2025-01-31'],
      first_row: 1,
      max_first: 2025,
      max_second: 12,
    },
  ],
});
const numbers = (position: number, column: string, scale: number, distinct = 50): ColumnEvidence => ({
  column,
  position,
  rows: ROWS,
  filled: ROWS,
  distinct,
  examples: scale > 0 ? ['21.5', '22.5', '30.25'] : ['20', '21', '22'],
  wrapped_ids: 0,
  numbers: {
    plain: ROWS,
    plain_scale: scale,
    plain_three_decimals: 0,
    plain_with_dot: scale > 0 ? ROWS : 0,
    negative: 0,
    zero: 0,
    other: [],
  },
});
const texts = (position: number, column: string, examples: string[], distinct = 20): ColumnEvidence => ({
  column,
  position,
  rows: ROWS,
  filled: ROWS,
  distinct,
  examples,
  wrapped_ids: 0,
});
const NAMES = ['Anna Schmidt', 'Bo Lê', 'Cy van Dam', "Dan O'Brien", 'Eva Maria Roth'];
const propose = (columns: ColumnEvidence[], map = {}) => {
  const { fields, questions } = proposeMapping(columns, { name: 'shop.csv' }, { map });
  return {
    customer: fields.find(({ field }) => field === 'customer')?.column ?? null,
    amount: fields.find(({ field }) => field === 'amount')?.column ?? null,
    asked: questions.map(questionOf).find(({ id }) => id === 'map.customer')?.options ?? null,
  };
};

describe('who bought, where no header says so', () => {
  const rest = [date(0), numbers(1, 'Amount', 2)];

  it.each<[string, ColumnEvidence[], string]>([
    [
      'a word of the header and values that repeat',
      [...rest, texts(2, 'Stammkunde / Firma', ['x7', 'q9', 'b'])],
      'Stammkunde / Firma',
    ],
    ['the only column left, with names', [...rest, texts(2, 'Wer', NAMES)], 'Wer'],
    ['the only column left, with ids', [...rest, texts(2, 'Ref', ['C001', 'C002', 'C017'])], 'Ref'],
    ['a name and nothing else', [...rest, texts(2, 'Customer name', NAMES)], 'Customer name'],
    [
      'no headers, numbers first',
      [numbers(0, 'column_1', 0, 9), numbers(1, 'column_2', 2), date(2, 'column_3')],
      'column_1',
    ],
  ])('%s: it is taken', (_name, columns, column) => {
    expect(propose(columns)).toMatchObject({ customer: column, asked: null });
  });

  it.each<[string, ColumnEvidence[]]>([
    ['cities', [...rest, texts(2, 'City', ['New York', 'San Jose', 'Los Angeles'])]],
    ['products', [...rest, texts(2, 'Product', ['Blue Mug', 'Red Cup', 'Green Pot'])]],
    ['payments', [...rest, texts(2, 'Zahlung', ['Bar', 'Karte', 'Rechnung'], 3)]],
    ['values that never repeat', [...rest, texts(2, 'Wer', NAMES, ROWS)]],
    ['names that are masked', [...rest, texts(2, 'Customer name', ['N*** 14', 'A*** 9', 'B*** 1'])]],
    [
      'numbers of something else',
      [...rest, texts(2, 'Ticket', ['T001', 'T002', 'T003']), texts(3, 'Gate', ['7', '8', '9'])],
    ],
    [
      'states of orders',
      [
        ...rest,
        { ...texts(2, '售后状态', ['退款成功', '无售后'], 2), values: ['退款成功', '无售后'] },
        texts(3, 'Gate', ['7', '8', '9']),
      ],
    ],
    ['one value', [...rest, texts(2, 'Wer', ['Anna Schmidt'], 1)]],
    ['a count of pieces', [date(0, 'column_1'), numbers(1, 'column_2', 0, 9), numbers(2, 'column_3', 2)]],
  ])('%s are nobody, and nothing is asked', (_name, columns) => {
    expect(propose(columns)).toMatchObject({ customer: null, asked: null });
  });

  it('ids with letters under a header that no list has are asked about', () => {
    const columns = [
      ...rest,
      texts(2, 'Zorblat', ['KH00012', 'KH00013', 'KH00107']),
      texts(3, 'Gate', ['7', '8', '9']),
    ];
    expect(propose(columns)).toMatchObject({ customer: null, asked: [{ value: 'Zorblat' }, { value: '' }] });
  });

  it('two columns that could be it are asked about, with how often their values repeat and with nobody', () => {
    const columns = [
      ...rest,
      texts(2, 'Wer', NAMES),
      texts(3, 'Werber', ['Gus Lang', 'Hal Kurz', 'Ida Blum'], 6),
    ];
    const { customer, asked } = propose(columns);
    expect(customer).toBeNull();
    expect(asked).toEqual([
      { value: 'Wer', label: 'Wer: 20 different, each on 3 rows on average' },
      { value: 'Werber', label: 'Werber: 6 different, each on 10 rows on average' },
      { value: '', label: 'Nobody is named in this file' },
    ]);
    expect(propose(columns, { customer: 'Wer' })).toMatchObject({ customer: 'Wer', asked: null });
    expect(propose(columns, { customer: null })).toMatchObject({ customer: null, asked: null });
  });

  it('“Client No” is the number of the client, whatever “Client” is', () => {
    const columns = [...rest, texts(2, 'Client', NAMES), texts(3, 'Client No', ['7', '8', '9'])];
    expect(propose(columns).customer).toBe('Client No');
  });
});

describe('words of a header', () => {
  it.each(['tran_amount', 'TransAmt', 'Betrag brutto heute', 'Monto cobrado', 'spend_usd'])(
    '%s is an amount',
    (header) => {
      expect(namesAmount(header)).toBe(true);
      expect(propose([date(0), numbers(1, header, 0), texts(2, 'customer_id', ['C1', 'C2'])]).amount).toBe(
        header,
      );
    },
  );
  it.each([
    'tax_amount',
    'discount amt',
    'total_items',
    'shipping total',
    'refund value',
    'amount type',
    'points_value',
    'account',
  ])('%s is not what was bought', (header) => expect(namesAmount(header)).toBe(false));
  it('two amounts are asked about', () =>
    expect(propose([date(0), numbers(1, 'tran_amount', 0), numbers(2, 'post_amount', 0)]).amount).toBeNull());
  it.each(['cust', 'Stammkunde Kunde', 'guest_ref', '客户简称'])('%s names a buyer', (header) =>
    expect(namesBuyer(header)).toBe(true),
  );
  it.each(['customer city', 'client segment', 'Kunde PLZ', 'custom'])('%s names none', (header) =>
    expect(namesBuyer(header)).toBe(false),
  );
  it('a number of a buyer', () => {
    expect(['Client No', 'cust_id', 'ID Klant', 'ClientNo'].every(namesBuyersNumber)).toBe(true);
    expect(['Client', 'Order No', 'Client order no', 'Customer city'].some(namesBuyersNumber)).toBe(false);
  });
  it('other things that repeat', () => expect(['Ship Mode', 'Ville', '城市'].every(namesNoBuyer)).toBe(true));
});
