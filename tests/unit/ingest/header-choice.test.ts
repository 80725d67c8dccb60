import { describe, expect, it } from 'vitest';
import { detectDialect } from '../../../src/ingest/dialect/detect-dialect';

const detect = (rows: string[]) => {
  const result = detectDialect(`${rows.join('\n')}\n`, 'orders.csv');
  if (!result.ok) throw new Error(result.error.id);
  return result.value;
};
const days = (from: number, row: (day: string, i: number) => string) =>
  Array.from({ length: 8 }, (_, i) => row(`2025-01-${String(from + i).padStart(2, '0')}`, i));

describe('the header is the row that names the columns, not the first that is filled', () => {
  it.each([
    [
      'an address of four cells above German names',
      ['Firma,Musterweg 1,12345 Ort,Tel 0151', 'Datum,Kunde,Bemerkung,Betrag'],
      days(3, (day, i) => `${day},Anna ${i % 3},,1${i}.5`),
      'Datum',
    ],
    [
      'a title and a date of issue',
      ['Umsatzliste 2025,,Stand:,2025-12-31', 'Datum,Kunde,Bemerkung,Betrag'],
      days(3, (day, i) => `${day},Anna ${i % 3},,1${i}.5`),
      'Datum',
    ],
    [
      'a period written as two dates, and names that nobody knows',
      ['Bericht,2025-01-01,2025-01-31', 'Wann,Wem,Wieviel'],
      days(3, (day, i) => `${day},Anna ${i % 3},1${i}.5`),
      'Wann',
    ],
    [
      'three lines of an address, each as wide as the table',
      [
        'Shop Ltd,Main St 1,Town',
        'Phone,0151 22,extension',
        'Made by,Ann,Office',
        'Order date,Customer,Total',
      ],
      days(3, (day, i) => `${day},Ann ${i % 3},1${i}.5`),
      'Order date',
    ],
  ])('%s', (_, above, below, first) => {
    const { columns, dialect, sampleRows } = detect([...above, ...below]);
    expect(columns[0]).toBe(first);
    expect(dialect).toMatchObject({ has_header: true, skip_lines: above.length - 1 });
    expect(sampleRows).toHaveLength(below.length);
  });

  it('months name columns as words do, below a title of several cells', () => {
    const blank = ','.repeat(4);
    const rows = [
      `Sales report,Harbour Tea,Branch 2,all tills${blank}`,
      'Customer,2024-01,2024-02,2024-03,2024-04,2024-05,2024-06,2024-07',
      ...['An', 'Bo', 'Cy', 'Di', 'Ed'].map((who, i) => `${who},${'9.50,'.repeat(2)}${i},,,,`),
    ];
    expect(detect(rows).columns.slice(0, 2)).toEqual(['Customer', '2024-01']);
  });

  it.each([
    ['a file without a header', days(1, (day, i) => `${i},2${i}.5,${day}`), false, 0],
    [
      'a second header further down',
      [
        'When,Who,Amount',
        ...days(1, (day) => `${day},Ann,9.5`),
        'Date,Customer,Total',
        ...days(11, (day) => `${day},Bo,8.5`),
      ],
      true,
      0,
    ],
    [
      'notes of names among the first rows',
      ['Datum,Kunde,Betrag', 'Bestellung,Rechnung,Lieferung', ...days(1, (day) => `${day},Ann,9.5`)],
      true,
      0,
    ],
  ])('stays the first row: %s', (_, rows, has_header, skip_lines) => {
    expect(detect(rows).dialect).toMatchObject({ has_header, skip_lines });
  });
});

describe('a header one name short is mended by what stands below it', () => {
  it.each([
    [
      'row numbers of R',
      'Date,Customer,Total',
      days(1, (day, i) => `${i + 1},${day},Ann,9.5`),
      ['column_1', 'Date', 'Customer', 'Total'],
    ],
    [
      'a name that was left out',
      'Order ID,Date,Total',
      days(1, (day, i) => `${i + 1},${day},Ann,9.5`),
      ['Order ID', 'Date', 'column_3', 'Total'],
    ],
    [
      'a separator that was lost',
      'Order ID,Date Customer,Total',
      days(1, (day, i) => `${i + 1},${day},Ann,9.5`),
      ['Order ID', 'Date', 'Customer', 'Total'],
    ],
    [
      'no name for a last column of notes',
      'Order ID,Date,Total',
      days(1, (day, i) => `${i + 1},${day},9.5,paid in cash`),
      ['Order ID', 'Date', 'Total', 'column_4'],
    ],
    [
      'no name for notes between the number and the date',
      'Order ID,Date,Customer ID,Total',
      days(1, (day, i) => `${i + 1},by phone,${day},K${i},9.5`),
      ['Order ID', 'column_2', 'Date', 'Customer ID', 'Total'],
    ],
    [
      'no name for notes before the customer',
      'Order ID,Date,Customer ID,Total',
      days(1, (day, i) => `${i + 1},${day},by phone,K${i},9.5`),
      ['Order ID', 'Date', 'column_3', 'Customer ID', 'Total'],
    ],
    [
      'no name for notes before numbers that fit an amount',
      'Order ID,Date,Customer ID,Total',
      days(1, (day, i) => `${i + 1},${day},by phone,300${i},9.5`),
      ['Order ID', 'Date', 'column_3', 'Customer ID', 'Total'],
    ],
    [
      'row numbers of R before days without a year',
      'Order ID,Date,Customer ID,Total',
      days(1, (_, i) => `${i + 1},1000${i},${i + 1}-Jan,K${i},9.5`),
      ['column_1', 'Order ID', 'Date', 'Customer ID', 'Total'],
    ],
    [
      'row numbers of R before a last column of dashes',
      'Order ID,Date,Phone,Total,Refund',
      days(1, (day, i) => `${i + 1},${i + 70},${day},${i % 2 ? '+49 1' : '0901'}22${i} ext. 1,9.5,—`),
      ['column_1', 'Order ID', 'Date', 'Phone', 'Total', 'Refund'],
    ],
    [
      'a separator too many at the end of each row',
      'Order ID,Date,Total',
      days(1, (day, i) => `${i + 1},${day},9.5,`),
      ['Order ID', 'Date', 'Total', 'column_4'],
    ],
  ])('%s', (_, header, rows, columns) => {
    expect(detect([header, ...rows]).columns).toEqual(columns);
  });
});
