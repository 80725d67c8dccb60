import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { EngineError } from '../../src/engine/errors';
import { countOf } from '../helpers/counts';
import { ENGINES, engineOf, fileOf, never, openShop, type EngineName } from '../helpers/warehouse';
import { textTable } from '../../src/engine/source-contract';
import { stageFile } from '../helpers/staged';
import { inMinor } from '../helpers/thousand/rows';

/** What DuckDB, left to itself, changes without a word: each once, through the same way that a dropped file takes. */
const head = 'Order ID,Order date,Customer ID,Amount\n';
const lines = (rows: string[]) => head + rows.join('\n') + '\n';

const refusal = (asked: Promise<unknown>): Promise<EngineError> =>
  asked.then(
    () => expect.fail('was opened'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(EngineError);
      return error as EngineError;
    },
  );

async function columnOf(engine: EngineName, file: string, column: string, choices: Choices = {}) {
  const shop = await openShop(engine, file, choices);
  const rows = await shop.rows<{ value: string | null }>(
    `select ${column}::varchar as value from staged_lines order by row_no`,
  );
  return rows.map(({ value }) => value);
}

describe.each(ENGINES)('on %s DuckDB', (engine) => {
  it('cents that first appear in the last of 30,001 rows are not rounded away', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `${i},2024-01-15,K${i % 700},10`);
    const { report } = await openShop(engine, lines([...rows, '30000,2024-01-16,K1,10.75']));
    expect(report.rows_used).toBe(30_001);
    expect(report.all.sales).toBe(300_010.75);
  });

  it('a file of one column whose last value holds a separator keeps its rows', async () => {
    const { api } = await engineOf(engine);
    const { file, columns } = await api.inspect(never, [textTable(fileOf('c0\nv0\na;b\n'))], {});
    expect(file.rows).toBe(2);
    expect(columns[0]?.filled).toBe(2);
  });

  it('a row with more cells than the header is set aside and its line said, also at the beginning', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `${i},2024-01-15,K${i},10.00`);
    rows[120] = '120,2024-01-15,K120,10.00,stray,cells';
    const { report } = await openShop(engine, lines(rows));
    expect(report).toMatchObject({ rows_read: 200, rows_used: 199, all: { orders: 199, sales: 1990 } });
    expect(report.set_aside).toEqual([{ rule: 'ragged_row', rows: 1 }]);
    expect(report.facts).toContainEqual({ id: 'broken_rows', values: { rows: 1, lines: '122' } });
  });

  it('further down it is set aside with its text, and the others stay apart', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i},2024-01-15,K${i},10.00`);
    rows[18_000] = '18000,2024-01-15,K120,10.00,stray,cells';
    const shop = await openShop(engine, lines(rows));
    expect(shop.report).toMatchObject({ rows_read: 20_000, rows_used: 19_999 });
    expect(shop.report.set_aside).toEqual([{ rule: 'ragged_row', rows: 1 }]);
    expect(shop.report.all).toEqual({ orders: 19_999, sales: 199_990 });
    expect(await shop.rows('select line, text from ragged_rows')).toEqual([
      { line: 18_002, text: '18000,2024-01-15,K120,10.00,stray,cells' },
    ]);
  });

  it.each([
    ['with a title', ['', 'Refunds', 'Refund,Order,On day,Sum,Reason']],
    ['without one', ['', 'Refund,Order,On day,Sum,Reason']],
  ])('a second table below the first, %s, is told by its line', async (_, between) => {
    const orders = Array.from({ length: 30 }, (_, i) => `${i},2024-01-${10 + (i % 20)},K${i % 5},9.50`);
    const refunds = Array.from({ length: 12 }, (_, i) => `R${i},${i},2024-02-${10 + i},2.50,late`);
    const text = ['Order ID,Order date,Customer ID,Amount', ...orders, ...between, ...refunds].join('\n');
    const refused = await openShop(engine, text).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'several-tables', file: 'shop.csv', line: 33 });
  });

  it('a file of which every other row is ragged is refused with the first such line', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},2024-01-15,K${i},10.00${i % 2 ? ',x,y' : ''}`);
    const refused = await refusal(openShop(engine, lines(rows)));
    expect(refused).toMatchObject({ code: 'ragged-row', line: 3, file: 'shop.csv' });
    expect(refused.next).toBeTruthy();
  });

  it('dates such as 03/04/2024 throughout are asked, with examples, and read as the answer says', async () => {
    const file = lines(['1,03/04/2024,K1,10.00', '2,05/06/2024,K2,10.00']);
    const refused = await refusal(openShop(engine, file));
    expect(refused.code).toBe('needs-choice');
    const [question] = refused.questions ?? [];
    expect(question).toMatchObject({ id: 'date_order', column: 'Order date' });
    expect(question?.options.map(({ value }) => value)).toEqual(['dmy', 'mdy']);
    expect(question?.examples.join()).toContain('3 April 2024 or 4 March 2024');
    expect(await columnOf(engine, file, 'ordered_at::date', { date_order: 'dmy' })).toEqual([
      '2024-04-03',
      '2024-06-05',
    ]);
    expect(await columnOf(engine, file, 'ordered_at::date', { date_order: 'mdy' })).toEqual([
      '2024-03-04',
      '2024-05-06',
    ]);
  });

  it('one day over 12 at the end of a long column decides it, without a question', async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `${i},03/04/2024,K${i},1.00`);
    const dates = await columnOf(engine, lines([...rows, '5000,13/04/2024,K1,1.00']), 'ordered_at::date');
    expect([dates[0], dates[5_000]]).toEqual(['2024-04-03', '2024-04-13']);
  });

  it('a day that no calendar has is set aside, not moved', async () => {
    const shop = await openShop(
      engine,
      lines(['1,2024-02-29,K1,1.00', '2,2023-02-29,K2,2.00', '3,2024-03-01,K3,4.00']),
    );
    expect(shop.report.set_aside).toEqual([{ rule: 'unreadable_date', rows: 1 }]);
    expect(shop.report.all).toEqual({ orders: 2, sales: 5 });
  });

  it('order numbers of twenty digits stay different, and keep their leading zeros', async () => {
    const ids = ['12345678901234567890', '12345678901234567891', '00012345678901234567'];
    const file = lines(ids.map((id) => `${id},2024-01-15,${id},10.00`));
    expect(await columnOf(engine, file, 'order_id')).toEqual(ids);
    expect(await columnOf(engine, file, 'customer_id')).toEqual(ids);
  });

  it('a number too long for a decimal is set aside rather than rounded', async () => {
    const shop = await openShop(
      engine,
      lines(['1,2024-01-15,K1,10.10', `2,2024-01-15,K2,${'9'.repeat(45)}`]),
    );
    expect(shop.report.set_aside).toEqual([{ rule: 'unreadable_amount', rows: 1 }]);
    expect(shop.report.all).toEqual({ orders: 1, sales: 10.1 });
  });

  const offsets = [
    ['2024-03-10 07:59:59 +0100', '2024-03-10 07:59:59', '2024-03-10 01:59:59'],
    ['2024-03-10 08:00:00 +0100', '2024-03-10 08:00:00', '2024-03-10 03:00:00'],
    ['2024-03-31 00:30:00 +0100', '2024-03-31 00:30:00', '2024-03-30 19:30:00'],
    ['2024-03-31 03:30:00 +0200', '2024-03-31 03:30:00', '2024-03-30 21:30:00'],
    ['2024-11-03 06:59:59 +0100', '2024-11-03 06:59:59', '2024-11-03 01:59:59'],
    ['2024-11-03 07:00:00 +0100', '2024-11-03 07:00:00', '2024-11-03 01:00:00'],
    ['2024-12-31 23:59:59 -0330', '2024-12-31 23:59:59', '2024-12-31 22:29:59'],
  ] as const;
  const offsetFile = lines(offsets.map(([text], i) => `${i},${text},K${i},10.00`));

  it('a time with an offset keeps the shop’s own wall clock', async () => {
    // The last one is from another place than the rest: with it, the zone is asked (times.test.ts).
    const ours = offsets.slice(0, -1);
    const file = lines(ours.map(([text], i) => `${i},${text},K${i},10.00`));
    expect(await columnOf(engine, file, 'ordered_at')).toEqual(ours.map(([, wall]) => wall));
  });

  it('a time with an offset is moved to the zone that was chosen, over both changes of summer time', async () => {
    const moved = await columnOf(engine, offsetFile, 'ordered_at', { zone: 'America/New_York' });
    expect(moved).toEqual(offsets.map(([, , there]) => there));
  });

  it.each<[string, string[], string[]]>([
    ['1.234,50', ['1.234,50', '-7,05', '1.000.000,00'], ['1234.50', '-7.05', '1000000.00']],
    ['brackets', ['(1,234.50)', '12.00', '$(0.25)'], ['-1234.50', '12.00', '-0.25']],
    ['a trailing minus', ['12.50-', '3.25', '1,000.00-'], ['-12.50', '3.25', '-1000.00']],
    ['currency marks', ['€ 1.234,50', '12,00 €', '-3,10 €'], ['1234.50', '12.00', '-3.10']],
    ['a typographic minus', ['−12.50', '3.25', '1.10'], ['-12.50', '3.25', '1.10']],
    ['narrow blanks', ['1\u202f234,50', '12,00', '-3\u00a0100,10'], ['1234.50', '12.00', '-3100.10']],
    ['apostrophes', ["1'234.50", '12.00', "-3'100.10"], ['1234.50', '12.00', '-3100.10']],
  ])('amounts written with %s are read to the cent', async (_, written, amounts) => {
    const file =
      head.replaceAll(',', ';') + written.map((text, i) => `${i};2024-01-15;K${i};${text}`).join('\n');
    expect(await columnOf(engine, file, 'sales')).toEqual(amounts);
  });

  it('1.234 throughout is asked, and read as the answer says', async () => {
    const file = head.replaceAll(',', ';') + '1;2024-01-15;K1;1.234\n2;2024-01-16;K2;2.500\n';
    const refused = await refusal(openShop(engine, file));
    expect(refused.questions?.map(({ id }) => id)).toEqual(['decimal']);
    expect(await columnOf(engine, file, 'sales::double', { decimal: ',' })).toEqual(['1234.0', '2500.0']);
    expect(await columnOf(engine, file, 'sales::double', { decimal: '.' })).toEqual(['1.234', '2.5']);
  });

  const people =
    'Order ID;Order date;Customer ID;Product;Amount\n1;2024-01-15;Zoë;Größe „M“ – 5 €;10,00\n2;2024-01-16;Łukasz;x;5,50\n';
  const utf16 = (text: string, isLittle: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return new Uint8Array(isLittle ? bytes : bytes.swap16());
  };
  const western = () => {
    const special = new Map([
      ['„', 0x84],
      ['“', 0x93],
      ['–', 0x96],
      ['€', 0x80],
    ]);
    const text = people.replace('Łukasz', 'Lukas');
    return new Uint8Array([...text].map((letter) => special.get(letter) ?? letter.charCodeAt(0)));
  };
  it.each<[string, () => Uint8Array<ArrayBuffer>, string]>([
    ['UTF-8', () => new TextEncoder().encode(people), 'utf-8'],
    ['UTF-8 with a mark', () => new TextEncoder().encode(`\uFEFF${people}`), 'utf-8'],
    ['UTF-16, little end first', () => utf16(people, true), 'utf-16le'],
    ['UTF-16, big end first', () => utf16(people, false), 'utf-16be'],
    ['Windows-1252', western, 'windows-1252'],
  ])('letters written in %s arrive as they were', async (_, bytes, encoding) => {
    const shop = await openShop(engine, bytes());
    expect(shop.inspection.file.encoding).toBe(encoding);
    const rows = await shop.rows('select customer, product from source_rows order by row_no');
    const name = encoding === 'windows-1252' ? 'Lukas' : 'Łukasz';
    expect(rows).toEqual([
      { customer: 'Zoë', product: 'Größe „M“ – 5 €' },
      { customer: name, product: 'x' },
    ]);
    expect(shop.report.all.sales).toBe(15.5);
  });

  it('hostile headers are names and nothing else', async () => {
    const headers = [
      'Order ID',
      'Order date',
      'Amount',
      '"; drop table raw; --',
      "'",
      'a"b',
      '__proto__',
      'constructor',
      'select',
    ];
    const quoted = headers.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
    const shop = await openShop(
      engine,
      `${quoted}\n1,2024-01-15,10.00,a,b,c,d,e,f\n2,2024-01-16,5.50,a,b,c,d,e,f\n`,
    );
    expect(shop.report.all).toEqual({ orders: 2, sales: 15.5 });
    const [row] = await shop.listed({ kind: 'bridge', step: 0 });
    expect(Object.keys(row ?? {})).toEqual(expect.arrayContaining(headers));
    expect(Object.getOwnPropertyDescriptor(row, '__proto__')?.value).toBe('d');
  });
});

interface Style {
  name: string;
  decimal: '.' | ',';
  write(whole: string, cents: string, isNegative: boolean): string;
}
const grouped = (whole: string, mark: string) => whole.replace(/\B(?=(\d{3})+$)/g, mark);
const STYLES: Style[] = [
  {
    name: 'plain',
    decimal: '.',
    write: (whole, cents, isNegative) => `${isNegative ? '-' : ''}${whole}${cents && `.${cents}`}`,
  },
  {
    name: 'comma',
    decimal: ',',
    write: (whole, cents, isNegative) => `${isNegative ? '-' : ''}${whole}${cents && `,${cents}`}`,
  },
  {
    name: '1,234.50',
    decimal: '.',
    write: (whole, cents, isNegative) =>
      `${isNegative ? '-' : ''}${grouped(whole, ',')}${cents && `.${cents}`}`,
  },
  {
    name: '1.234,50',
    decimal: ',',
    write: (whole, cents, isNegative) =>
      `${isNegative ? '-' : ''}${grouped(whole, '.')}${cents && `,${cents}`}`,
  },
  {
    name: '1 234,50 kr',
    decimal: ',',
    write: (whole, cents, isNegative) =>
      `${isNegative ? '-' : ''}${grouped(whole, ' ')}${cents && `,${cents}`} kr`,
  },
  {
    name: "CHF 1'234.50",
    decimal: '.',
    write: (whole, cents, isNegative) =>
      `CHF ${isNegative ? '-' : ''}${grouped(whole, "'")}${cents && `.${cents}`}`,
  },
  {
    name: '($1,234.50)',
    decimal: '.',
    write: (whole, cents, isNegative) =>
      `${isNegative ? '(' : ''}$${grouped(whole, ',')}${cents && `.${cents}`}${isNegative ? ')' : ''}`,
  },
  {
    name: '1.234,50-',
    decimal: ',',
    write: (whole, cents, isNegative) =>
      `${grouped(whole, '.')}${cents && `,${cents}`}${isNegative ? '-' : ''}`,
  },
];

describe('money', () => {
  const amounts = (scale: number) =>
    fc
      .array(
        fc.tuple(
          fc.oneof(
            fc.integer({ min: 0, max: 9999 }),
            fc.maxSafeInteger().map((n) => Math.abs(n) % 100_000_000_000),
          ),
          fc.boolean().map((isNegative) => isNegative),
        ),
        { minLength: 1, maxLength: 40 },
      )
      .map((drawn) => ({ scale, drawn }));
  const files = fc.record({
    style: fc.constantFrom(...STYLES),
    amounts: fc.constantFrom(0, 1, 2, 2, 2, 3, 4).chain(amounts),
  });

  it.each<[EngineName, number]>([
    ['native', countOf({ short: 80, whole: 200 })],
    ['wasm', countOf({ short: 12, whole: 30 })],
  ])(
    'is exact to the last digit in any convention, on %s DuckDB',
    async (engine, numRuns) => {
      await fc.assert(
        fc.asyncProperty(files, async ({ style, amounts: { scale, drawn } }) => {
          const unit = 10n ** BigInt(scale);
          const texts = drawn.map(([value, isNegative]) => {
            const units = BigInt(value);
            const cents = scale === 0 ? '' : String(units % unit).padStart(scale, '0');
            return style.write(String(units / unit), cents, isNegative && value > 0);
          });
          const exact = drawn.reduce(
            (sum, [value, isNegative]) => sum + (isNegative ? -1n : 1n) * BigInt(value),
            0n,
          );
          const rows = texts.map((text, i) => `${i};2024-01-15;K${i % 5};${text}`);
          const file = 'Order ID;Order date;Customer ID;Amount\n' + rows.join('\n') + '\n';
          const choices = { decimal: style.decimal, map: { amount: 'Amount' } };
          const found = await stageFile(engine, new File([file], 'shop.csv'), choices);
          expect(found.set_aside).toBe(0);
          const told = found.rows.reduce((sum, row) => sum + inMinor(row.sales, scale), 0n);
          expect(told).toBe(exact);
        }),
        { numRuns, seed: 20_240_103, endOnFailure: true },
      );
    },
    180_000,
  );
});
