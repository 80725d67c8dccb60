import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../../src/domain/choices';
import { detectDialect } from '../../../src/ingest/dialect/detect-dialect';
import { parseDelimited, skippedBytes } from '../../../src/ingest/dialect/parse-delimited';
import { evidenceTold, outcomeTold } from '../../helpers/told';

const CSV: Dialect = {
  layout: 'delimited',
  delimiter: ',',
  quote: '"',
  escape: '"',
  has_header: true,
  skip_lines: 0,
};

const write = (rows: string[][], dialect: Dialect, end = '\n', always = false): string =>
  rows
    .map((row) =>
      row
        .map((cell) => {
          const special = [dialect.delimiter, dialect.quote, '\n', '\r'].some((mark) => cell.includes(mark));
          if (!always && !special && !(row.length === 1 && cell === '')) return cell;
          return (
            dialect.quote + cell.replaceAll(dialect.quote, dialect.quote + dialect.quote) + dialect.quote
          );
        })
        .join(dialect.delimiter),
    )
    .map((line) => line + end)
    .join('');

const detect = (text: string, wanted?: Partial<Dialect>) => {
  const result = outcomeTold(detectDialect(text, 'orders.csv', wanted));
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
};
const problemOf = (text: string) => {
  const result = outcomeTold(detectDialect(text, 'orders.csv'));
  return result.ok ? null : result.error;
};

describe('parse and write', () => {
  it('are each other’s inverse for any cells, delimiter, quote and line end', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '1', ',', ';', '\t', '|', '"', "'", ' ', '\n', '\r', 'é', '中'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('"', "'"),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        (rows, delimiter, quote, end, always) => {
          const dialect: Dialect = { ...CSV, delimiter, quote, escape: quote };
          expect(parseDelimited(write(rows, dialect, end, always), dialect).rows).toEqual(rows);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a quote in the middle of a cell is text, and a stray one spoils its own cell only', () => {
    expect(parseDelimited('a,5" screen,b\n"x"y,1,2\n', CSV).rows).toEqual([
      ['a', '5" screen', 'b'],
      ['xy', '1', '2'],
    ]);
  });

  it('each row knows the line on which it starts', () => {
    const { lines } = parseDelimited('a,b\r\n"1\r\n2",3\r\n\r\n4,5\r\n', CSV);
    expect(lines).toEqual([1, 2, 5]);
  });

  it('the last row needs no line end, and a last delimiter is one more empty cell', () => {
    expect(parseDelimited('a,b\n1,', CSV).rows).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
  });
});

describe('the dialect', () => {
  it('of generated sales tables is recovered', () => {
    const row = fc.record({
      id: fc.integer({ min: 1, max: 99_999 }),
      day: fc.integer({ min: 10, max: 28 }),
      name: fc.constantFrom(
        'Tea, green',
        'Cup; large',
        'Box | small',
        'Pot "old"',
        'Plain',
        'Two\nlines',
        "O'Neil",
      ),
      cents: fc.integer({ min: 100, max: 99_999 }),
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 4, maxLength: 60 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        (records, delimiter, comma, end) => {
          const amount = (cents: number) => (cents / 100).toFixed(2).replace('.', comma ? ',' : '.');
          const rows = [
            ['order_id', 'order_date', 'product', 'amount'],
            ...records.map(({ id, day, name, cents }) => [`${id}`, `2024-04-${day}`, name, amount(cents)]),
          ];
          const text = write(rows, { ...CSV, delimiter }, end);
          const { dialect, columns, sampleRows, firstRowLine } = detect(text);
          expect(dialect).toMatchObject({ delimiter, has_header: true, skip_lines: 0, layout: 'delimited' });
          expect(columns).toEqual(rows[0]);
          expect(sampleRows).toEqual(rows.slice(1));
          expect(firstRowLine).toBe(2);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('prefers semicolons to the decimal commas of a file without a header', () => {
    const { dialect } = detect('1;2,50;2024-04-03\n2;3,10;2024-04-04\n3;4,99;2024-04-05\n');
    expect(dialect).toMatchObject({ delimiter: ';', has_header: false });
  });

  it('is decided by all rows, not by a first line full of commas', () => {
    const text = `Report, made by Ann, Bob, and Cy\n${'order_id;date;total\n'}${Array.from({ length: 30 }, (_, i) => `${i};2024-04-03;9,50`).join('\n')}\n`;
    const { dialect, columns, firstRowLine } = detect(text);
    expect(dialect).toMatchObject({ delimiter: ';', skip_lines: 1 });
    expect(columns).toEqual(['order_id', 'date', 'total']);
    expect(firstRowLine).toBe(3);
  });

  it('leaves titles and blank lines above the table out', () => {
    const { dialect, columns } = detect(
      'Sales 2024,,\n\n"January, all shops",,\nOrder ID,Date,Total\n1,2024-01-02,9.5\n2,2024-01-03,8.5\n',
    );
    expect(columns).toEqual(['Order ID', 'Date', 'Total']);
    expect(dialect.skip_lines).toBe(3);
  });

  it('says how many bytes stand above the table, also where a title has a line end in quotes', () => {
    const above = '"Umsätze\r\nJanuar",,\r\n';
    const text = `${above}Order ID,Date,Total\r\n1,2024-01-02,9.5\r\n2,2024-01-03,8.5\r\n`;
    const { dialect, columns } = detect(text);
    expect(dialect.skip_lines).toBe(2);
    expect(columns).toEqual(['Order ID', 'Date', 'Total']);
    expect(skippedBytes(text, dialect.skip_lines)).toBe(Buffer.byteLength(above));
  });

  it('obeys the sep= line', () => {
    const { dialect, columns, firstRowLine } = detect('sep=;\r\norder_id;amount\r\n1;2\r\n');
    expect(dialect).toMatchObject({ delimiter: ';', skip_lines: 1 });
    expect(columns).toEqual(['order_id', 'amount']);
    expect(firstRowLine).toBe(3);
  });

  it('obeys what it is told', () => {
    const { dialect, columns } = detect('a,b\nc,d\n', { has_header: false });
    expect(dialect.has_header).toBe(false);
    expect(columns).toEqual(['column_1', 'column_2']);
    expect(detect('a;b,c\n1;2,3\n', { delimiter: ',' }).columns).toEqual(['a;b', 'c']);
  });

  it('ignores a last line that the sample cuts off', () => {
    const rows = Array.from({ length: 200 }, (_, i) => `${i},2024-04-03,"Tea, green",9.50`).join('\n');
    const { evidence } = detect(`order_id,date,product,amount\n${rows}\n200,2024-04-03,"Tea, gr`);
    expect(evidenceTold(evidence)).not.toContain('fewer');
  });

  it('reads blank-aligned text', () => {
    const text =
      ' customer_id  date number  value\r\n 00001 19970101  1   11.77\r\n 00002 19970112  15  1112.00\r\n';
    const { dialect, columns, sampleRows } = detect(text);
    expect(dialect).toMatchObject({ layout: 'blank_aligned', delimiter: '\t', quote: '' });
    expect(columns).toEqual(['customer_id', 'date', 'number', 'value']);
    expect(sampleRows[1]).toEqual(['00002', '19970112', '15', '1112.00']);
  });

  it('reads a file of one column', () => {
    const { columns, sampleRows } = detect('email\na@example.com\nb@example.com\n');
    expect(columns).toEqual(['email']);
    expect(sampleRows).toEqual([['a@example.com'], ['b@example.com']]);
  });
});

describe('headers', () => {
  it('are made unique, also where they differ by case only', () => {
    expect(detect('id,ID,,id\n1,2,3,4\n').columns).toEqual(['id', 'ID_2', 'column_3', 'id_3']);
  });

  it('lose marks, controls and direction signs', () => {
    expect(detect('\ufefforder_id,\u202eamount\u202c,a\u0000b\n1,2,3\n').columns).toEqual([
      'order_id',
      'amount',
      'a b',
    ]);
  });

  it('of a joined export that repeat in the middle still are headers', () => {
    const { dialect } = detect('Name,Shop\nAnn,North\nBob,South\nName,Shop\nCy,West\n');
    expect(dialect.has_header).toBe(true);
  });

  it('are not made of a row of values', () => {
    expect(detect('SO1,2019-07-01,Ann,3.5\nSO2,2019-07-02,Bob,4.5\n').dialect.has_header).toBe(false);
  });
});

describe('problems', () => {
  it.each([
    ['an empty file', '', 'empty-file'],
    ['a file of blanks', '\ufeff \r\n\r\n', 'empty-file'],
    ['a header alone', 'order_id,customer,amount\n', 'header-only'],
    ['a header alone without a line end', 'order_id,customer,amount', 'header-only'],
    ['prose', 'Dear all,\nplease find the list.\nIt is long.\nIt is, well, dull.\nBest\n', 'not-a-table'],
  ])('%s', (_, text, code) => {
    expect(problemOf(text)).toMatchObject({ code, file: 'orders.csv' });
    expect(problemOf(text)?.next).toBeTruthy();
  });

  it('rows with too many cells are left out where most fit', () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i},2024-04-03,Tea,9.50`);
    rows[16] = '16,2024-04-03,Tea, green,9.50';
    rows[20] = '20,2024-04-03,Tea, in a tin, green,9.50';
    const { columns, sampleRows } = detect(`order_id,date,product,amount\n${rows.join('\n')}\n`);
    expect(columns).toHaveLength(4);
    expect(sampleRows).toHaveLength(28);
  });

  it('where most rows have too many cells the first is named by its line, with both counts', () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i},2024-04-03,Tea${', green'.repeat(i)},9.50`);
    const problem = problemOf(`order_id,date,product,amount\n${rows.join('\n')}\n`);
    expect(problem).toMatchObject({ code: 'ragged-row', file: 'orders.csv', line: 3 });
    expect(problem?.message).toContain('5 cells where 4 were expected');
  });

  it('rows whose last cells are missing are no problem, and are counted', () => {
    const { evidence, columns } = detect('id,date,note\n1,2024-04-03,x\n2,2024-04-04\n3,2024-04-05,y\n');
    expect(columns).toHaveLength(3);
    expect(evidenceTold(evidence)).toContain('1 sample row has fewer cells');
  });
});
