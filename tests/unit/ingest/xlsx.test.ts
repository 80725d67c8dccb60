import { writeXlsx } from 'hucre/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDialect } from '../../../src/ingest/dialect/detect-dialect';
import { parseDelimited } from '../../../src/ingest/dialect/parse-delimited';
import { dateText, numberText } from '../../../workers/readers/cell-text';
import { openSource } from '../../../workers/readers/open-source';
import { Budget } from '../../../workers/readers/budget';
import { unpackWhole } from '../../../workers/readers/unpack';
import { readDirectory } from '../../../workers/readers/zip-directory';
import { dataBytes, hasData } from './data-folder';
import { zipOf } from './zip-bytes';
import { evidenceTold, outcomeTold } from '../../helpers/told';

const CSV = {
  layout: 'delimited',
  delimiter: ',',
  quote: '"',
  escape: '"',
  has_header: true,
  skip_lines: 0,
} as const;

const blobOf = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);
const open = async (bytes: Uint8Array, name = 'orders.xlsx', password?: string) =>
  outcomeTold(await openSource(blobOf(bytes), name, password === undefined ? {} : { password }));

async function textOf(bytes: Uint8Array, sheet?: string): Promise<string> {
  const opened = await open(bytes);
  if (!opened.ok) throw new Error(opened.error.message);
  const table = opened.value.find((one) => sheet === undefined || one.sheet === sheet);
  return table?.text.text() ?? '';
}

const text = (content: string) => new TextEncoder().encode(content);

/** A workbook of one sheet with this XML. */
const workbookOf = (sheet: string): Uint8Array =>
  zipOf(
    [
      ['[Content_Types].xml', '<Types/>'],
      ['xl/workbook.xml', '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'],
      [
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ],
      ['xl/worksheets/sheet1.xml', sheet],
    ].map(([name = '', content = '']) => ({ name, content: text(content) })),
  );

/** Every part of a zip unpacked, as a workbook's are. */
async function unpackAll(zip: Uint8Array, budget = new Budget()): Promise<number> {
  let bytes = 0;
  for (const entry of readDirectory(zip)) bytes += (await unpackWhole(zip, entry, budget)).length;
  return bytes;
}

describe('walls of the workbook reader', () => {
  it('more than 2,000 parts are refused', () => {
    const parts = Array.from({ length: 2001 }, (_, i) => ({ name: `p${i}.xml`, content: text('x') }));
    expect(() => readDirectory(zipOf(parts))).toThrow('too-many-parts {"parts":2001');
    expect(readDirectory(zipOf(parts.slice(1)))).toHaveLength(2000);
  });

  it('parts that overlap are refused, and so is a part encrypted by the zip', () => {
    const twice = zipOf([
      { name: 'a.xml', content: text('aaaa') },
      { name: 'b.xml', content: text('bbbb'), claimedOffset: 0 },
    ]);
    expect(() => readDirectory(twice)).toThrow('part-overlaps');
    expect(() => readDirectory(zipOf([{ name: 'a.xml', content: text('a'), flags: 1 }]))).toThrow(
      /encrypted/,
    );
  });

  it('a bomb is refused by what comes out, whatever size it declares', async () => {
    const bomb = zipOf([{ name: 'a.xml', content: new Uint8Array(40 * 1024 * 1024), claimedSize: 100 }]);
    expect(bomb.length).toBeLessThan(100_000);
    await expect(unpackAll(bomb)).rejects.toThrow('packed-too-tightly {"part":"a.xml","times":200}');
  });

  it('the parts together may not pass the whole budget', async () => {
    const noise = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 2654435761) >>> 13);
    const zip = zipOf([1, 2, 3, 4].map((n) => ({ name: `p${n}.xml`, content: noise })));
    await expect(unpackAll(zip, new Budget(1_000_000))).rejects.toThrow(
      'unpacked-too-large {"bytes":null,"most":1000000',
    );
    expect(await unpackAll(zip, new Budget(2e6))).toBe(1_200_000);
  });

  it.each([
    ['UTF-8', text('<?xml version="1.0"?><!DOCTYPE x><x/>')],
    ['lower case', text('<!doctype x><x/>')],
    ['UTF-16', new Uint8Array(Buffer.from('\ufeff<!ENTITY a "b">', 'utf16le'))],
    ['a megabyte deep', text(`<x>${'y'.repeat(1_000_000)}</x><!DOCTYPE x>`)],
  ])('a document type is refused in %s', async (_, content) => {
    const zip = zipOf([{ name: 'xl/workbook.xml', content }]);
    await expect(unpackAll(zip)).rejects.toThrow('document-type');
  });

  it('a comment and a CDATA section are no document type', async () => {
    const zip = zipOf([{ name: 'a.xml', content: text('<!-- DOCTYPE --><x><![CDATA[!ENTITY]]></x>') }]);
    await expect(unpackAll(zip)).resolves.toBeGreaterThan(0);
  });
});

describe.skipIf(!hasData)('hostile workbooks', () => {
  const minimal =
    'order_id,customer,date,amount\n1001,a@example.com,2026-01-05,10.50\n1002,b@example.com,2026-02-07,20\n';

  it.each([
    'ok_minimal',
    'dimension_lies_huge',
    'dimension_lies_small',
    'sheet_name_html',
    'trailing_comment',
    'zip_slip_names',
  ])('%s gives its three rows and nothing else', async (name) => {
    expect(await textOf(dataBytes(`corpora/hostile/${name}.xlsx`))).toBe(minimal);
  });

  it.each(['bad_crc', 'billion_laughs', 'eocd_wrong_offset', 'xxe'])(
    '%s is refused with a next step',
    async (name) => {
      const result = await open(dataBytes(`corpora/hostile/${name}.xlsx`), `${name}.xlsx`);
      expect(result).toMatchObject({ ok: false, error: { code: 'workbook-refused', file: `${name}.xlsx` } });
      expect(result.ok ? '' : result.error.next).toMatch(/save/);
    },
  );

  it('headers that collide with the object prototype stay headers', async () => {
    const csv = await textOf(dataBytes('corpora/hostile/prototype_headers.xlsx'));
    expect(csv.split('\n')[0]).toBe('__proto__,constructor,toString,hasOwnProperty');
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });
});

describe('cells', () => {
  it('numbers come out as the shortest text of fifteen digits', () => {
    expect(numberText(12.340000000000002)).toBe('12.34');
    expect(numberText(0.1 + 0.2)).toBe('0.3');
    expect(numberText(1e21)).toBe('1000000000000000000000');
    expect(numberText(1.5e-7)).toBe('0.00000015');
    expect(numberText(-2.5e-9)).toBe('-0.0000000025');
    expect(numberText(-0)).toBe('0');
  });

  it('numbers of up to fifteen digits are never changed nor written with an exponent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
        fc.nat({ max: 12 }),
        (digits, scale) => {
          const value = Number(`${digits}e-${scale}`);
          expect(numberText(value)).not.toContain('e');
          expect(Number(numberText(value))).toBe(value);
        },
      ),
    );
  });

  it('dates come out as days, with a clock only where there is one', () => {
    expect(dateText(new Date(Date.UTC(2026, 0, 5)))).toBe('2026-01-05');
    expect(dateText(new Date(Date.UTC(2026, 0, 5, 13, 57)))).toBe('2026-01-05 13:57:00');
    expect(dateText(new Date(Date.UTC(2026, 0, 5, 0, 34, 59, 999)))).toBe('2026-01-05 00:35:00');
    expect(dateText(new Date(Date.UTC(1899, 11, 31, 9, 30)))).toBe('09:30:00');
  });
});

describe('a workbook written and read again', () => {
  it('keeps texts, numbers, dates and leading zeros, and blanks error cells', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Notes', rows: [['nothing here']] },
        {
          name: 'Orders',
          rows: [
            ['order_id', 'date', 'amount', 'note'],
            ['000123', new Date(Date.UTC(2026, 0, 5)), 12.340000000000002, 'a "quoted", text\nof two lines'],
            ['000124', new Date(Date.UTC(2026, 0, 6, 9, 5)), 0.125, '#N/A is a text here'],
          ],
        },
      ],
    });
    expect(parseDelimited(await textOf(bytes, 'Orders'), CSV).rows).toEqual([
      ['order_id', 'date', 'amount', 'note'],
      ['000123', '2026-01-05', '12.34', 'a "quoted", text\nof two lines'],
      ['000124', '2026-01-06 09:05:00', '0.125', '#N/A is a text here'],
    ]);
  });

  it('every sheet with a value is a table, hidden ones marked', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Orders', rows: [['a']] },
        { name: 'Empty', rows: [] },
        { name: 'Lists', rows: [['b']], hidden: true },
      ],
    });
    const opened = await open(bytes);
    expect(opened.ok && opened.value.map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
      ['Orders', false],
      ['Lists', true],
    ]);
  });

  it('with a password asks for it, and opens with the right one alone', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'Orders', rows: [['order_id'], ['1']] }],
      encryption: { password: 'geheim', spinCount: 1000 },
    });
    expect(await open(bytes)).toMatchObject({ ok: false, error: { code: 'needs-password' } });
    expect(await open(bytes, 'o.xlsx', 'falsch')).toMatchObject({
      ok: false,
      error: { code: 'needs-password', message: 'The password does not open o.xlsx.' },
    });
    const opened = await open(bytes, 'o.xlsx', 'geheim');
    expect(opened.ok && (await opened.value[0]?.text.text())).toBe('order_id\n1\n');
  });

  it.each([
    ['row 1,048,577', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>', /row 1,048,577/],
    ['column XFE', '<row r="1"><c r="XFE1"><v>1</v></c></row>', /beyond column 16,384/],
    [
      'billions of cells between a few',
      `<row r="1"><c r="XFD1"><v>1</v></c></row>${Array.from({ length: 70_000 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>1</v></c></row>`).join('')}`,
      /16,384 columns, more than 1,024 MiB/,
    ],
  ])('a sheet with %s is refused with a sentence', async (_, rows, sentence) => {
    const result = await open(workbookOf(`<worksheet><sheetData>${rows}</sheetData></worksheet>`));
    expect(result).toMatchObject({ ok: false, error: { code: 'workbook-refused' } });
    expect(result.ok ? '' : result.error.message).toMatch(sentence);
  });

  it('goes through the dialect detector like any other file', async () => {
    const rows = [
      ['Order ID', 'Date', 'Amount'],
      ...Array.from({ length: 50 }, (_, i) => [`A${i}`, new Date(Date.UTC(2026, 0, 1 + i)), i + 0.5]),
    ];
    const detected = detectDialect(
      await textOf(await writeXlsx({ sheets: [{ name: 'S', rows }] })),
      'o.xlsx',
    );
    expect(detected).toMatchObject({ ok: true, value: { columns: ['Order ID', 'Date', 'Amount'] } });
  });
});

describe('what of a sheet is not as it looks is said', () => {
  const saidOf = async (rows: string) => {
    const opened = await open(workbookOf(`<worksheet><sheetData>${rows}</sheetData></worksheet>`));
    if (!opened.ok) throw new Error(opened.error.message);
    return evidenceTold(opened.value[0]!.evidence.slice(1));
  };
  const row = (at: number, cells: string, more = '') => `<row r="${at}"${more}>${cells}</row>`;
  const value = '<c r="A1"><v>1</v></c>';

  it('rows that are hidden', async () => {
    const hidden = ' hidden="1"';
    expect(await saidOf(row(1, value) + row(2, value, hidden) + row(3, value, hidden))).toMatch(
      /^2 rows are hidden/,
    );
    expect(await saidOf(row(1, value) + row(2, '', hidden))).toBe('');
  });

  it('formulas without a value, not those whose value is empty', async () => {
    expect(await saidOf(row(1, `${value}<c r="B1"><f>A1*2</f></c>`))).toMatch(
      /^1 cell holds a formula without a value/,
    );
    expect(
      await saidOf(row(1, `${value}<c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f>A1</f><v>1</v></c>`)),
    ).toBe('');
  });

  it('and both are counted for the report', async () => {
    const rows = row(1, `${value}<c r="B1"><f>A1*2</f></c>`, ' hidden="1"');
    const opened = await open(workbookOf(`<worksheet><sheetData>${rows}</sheetData></worksheet>`));
    expect(opened.ok && opened.value[0]?.oddities).toEqual({ hidden_rows: 1, unsolved: 1 });
  });

  it('a Numbers spreadsheet is refused with how to export it', async () => {
    const parts = ['Index/Document.iwa', 'Index/Tables/Tile.iwa', 'Metadata/Properties.plist', 'preview.jpg'];
    const opened = await open(zipOf(parts.map((name) => ({ name, content: text('x') }))), 'sales.numbers');
    expect(opened).toMatchObject({ ok: false, error: { code: 'numbers-file' } });
    expect(opened.ok ? '' : opened.error.next).toContain('Export To > CSV');
  });
});
