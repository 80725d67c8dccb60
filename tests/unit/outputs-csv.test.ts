import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column, Row } from '../../src/domain/table';
import { guard, unguard } from '../../src/domain/guarded';
import { decodeCsv, encodeCsv } from '../../src/outputs/csv';

const corpora = path.join(process.env.REGULARS_DATA ?? '../shared/data', 'corpora');
const present = existsSync(corpora);
if (!present && process.env.REGULARS_DATA_REQUIRED === '1')
  throw new Error('REGULARS_DATA is required and absent');

const text: Column = { name: 'text', type: 'text', unit: 'text' };
const amount: Column = { name: 'amount', type: 'number', unit: 'money' };
const columns: Column[] = [
  text,
  amount,
  { name: 'orders', type: 'integer', unit: 'count' },
  { name: 'back', type: 'boolean', unit: 'flag' },
  { name: 'first', type: 'date', unit: 'date' },
];

/** What a spreadsheet does with a field after it has taken the quotes off: written apart from the encoder. */
function wouldRun(field: string): boolean {
  const bare = field.replace(/^[\s\p{Cc}\ufeff]+/u, '');
  if (/^-?(\d+|\d+\.\d+|\.\d+)([eE][+-]?\d+)?$/.test(field)) return false;
  return (
    ['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%'].includes(bare[0] ?? '') ||
    ['\t', '\r', '\n', '\0'].includes(field[0] ?? '')
  );
}

/** Fields as a plain RFC 4180 reader sees them, written apart from the decoder. */
function fieldsOf(csv: string): string[][] {
  const lines: string[][] = [];
  let [line, field, inside]: [string[], string, boolean] = [[], '', false];
  const chars = [...csv.replace(/^\ufeff/, '')];
  for (let at = 0; at < chars.length; at += 1) {
    const char = chars[at] ?? '';
    if (inside && char === '"' && chars[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (char === '"') inside = !inside;
    else if (!inside && char === ',') {
      line.push(field);
      field = '';
    } else if (!inside && char === '\r' && chars[at + 1] === '\n') {
      lines.push([...line, field]);
      [line, field] = [[], ''];
      at += 1;
    } else field += char;
  }
  return lines;
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'=+-@|%\'"\t\r\n\0, ;0123.eE\ufeff\u00a0＝＋－＠') }),
  fc.constantFrom(
    "'t Hooft",
    "''",
    "'=1",
    '-5',
    '-5e3',
    '+5',
    ' =1',
    '\ufeff=1',
    '__proto__',
    '',
    'null',
    'true',
    '\r',
    '"',
  ),
);
const rowOf: fc.Arbitrary<Row> = fc.record({
  text: fc.option(hostile),
  amount: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
  orders: fc.option(fc.integer()),
  back: fc.option(fc.boolean()),
  first: fc.option(fc.constantFrom('2011-01-01', '2011-12-31')),
});

describe('a table saved as CSV', () => {
  it('is read back as it was, whatever the texts', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(rowOf, { maxLength: 8 }), (rows) => {
        const plain = rows.map((row) => ({
          ...row,
          amount: Object.is(row.amount, -0) ? 0 : (row.amount ?? null),
        }));
        expect(decodeCsv(encodeCsv(columns, plain), columns).rows).toEqual(plain);
      }),
      { numRuns: 3000 },
    );
  });

  it('is seen by any other reader with the same fields', () => {
    fc.assert(
      fc.property(
        fc.array(
          hostile.filter((cell) => cell !== ''),
          { minLength: 1, maxLength: 8 },
        ),
        (cells) => {
          const csv = encodeCsv(
            [text],
            cells.map((cell) => ({ text: cell })),
          );
          expect(
            fieldsOf(csv)
              .slice(1)
              .map(([cell]) => unguard(cell ?? '')),
          ).toEqual(cells);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('has no text that a spreadsheet would run', () => {
    fc.assert(
      fc.property(hostile, (cell) => !wouldRun(guard(cell))),
      { numRuns: 20_000 },
    );
  });

  it('two different texts are never written alike', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => a === b || guard(a) !== guard(b)),
      { numRuns: 20_000 },
    );
  });

  it('keeps negatives numbers, and leaves numbers typed as text alone', () => {
    const csv = encodeCsv([amount, text], [{ amount: -12.5, text: '-12.5' }]);
    expect(csv).toBe('\ufeffamount,text\r\n-12.5,-12.5\r\n');
  });

  it('guards heads too, and has mark, CRLF and quotes as Excel wants them', () => {
    const csv = encodeCsv([{ ...text, name: '=1+1' }], [{ '=1+1': 'a;b' }, { '=1+1': '' }, { '=1+1': null }]);
    expect(csv).toBe('\ufeff"\'=1+1"\r\n"a;b"\r\n""\r\n\r\n');
    expect(decodeCsv(csv, [{ ...text, name: '=1+1' }])).toEqual({
      names: ['=1+1'],
      rows: [{ '=1+1': 'a;b' }, { '=1+1': '' }, { '=1+1': null }],
    });
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'a column called %s is a column like any other',
    (name) => {
      const column: Column = { ...text, name };
      const row = Object.fromEntries([[name, 'x']]) as Row;
      const { rows } = decodeCsv(encodeCsv([column], [row]), [column]);
      expect(Object.entries(rows[0] ?? {})).toEqual([[name, 'x']]);
      expect(encodeCsv([column], [Object.fromEntries([]) as Row])).toBe(`\ufeff${name}\r\n\r\n`);
    },
  );

  it('a file that was cut short is refused', () => {
    expect(() => decodeCsv('\ufefftext\r\n"abc', [text])).toThrow(SyntaxError);
  });
});

describe.skipIf(!present)('the published lists of formula injections and naughty strings', () => {
  const lines = (file: string) =>
    readFileSync(path.join(corpora, file), 'utf8')
      .split('\n')
      .map((line) => line.trim());
  const payloads = present
    ? [...lines('csv-injection/README.md'), ...lines('naughty-strings/blns.txt')].filter(Boolean)
    : [];

  it('are many, and some of them would run', () => {
    expect(payloads.length).toBeGreaterThan(400);
    expect(payloads.filter(wouldRun).length).toBeGreaterThan(20);
  });

  it('never run, and come back as they were', () => {
    const rows = payloads.map((payload) => ({ text: payload }));
    const csv = encodeCsv([text], rows);
    expect(fieldsOf(csv).flat().filter(wouldRun)).toEqual([]);
    expect(decodeCsv(csv, [text]).rows).toEqual(rows);
  });
});
