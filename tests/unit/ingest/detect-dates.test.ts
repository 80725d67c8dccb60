import fc from 'fast-check';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { bothReadings, looksLikeDates, readDates } from '../../../src/ingest/dates/detect-dates';
import { countShapes } from './count-evidence';

const read = (values: string[], wanted?: 'dmy' | 'mdy' | 'ymd') => readDates(countShapes(values), wanted);

/** What DuckDB makes of a value with the formats, tried in order. */
async function inDuckDb(cases: { value: string; formats: string[] }[]): Promise<(string | null)[]> {
  const connection = await (await DuckDBInstance.create()).connect();
  const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const results: (string | null)[] = [];
  for (const { value, formats } of cases) {
    const tried = formats
      .map((format) => `try_strptime(${quote(value)}, ${quote(format)})::timestamp`)
      .join(', ');
    const rows = (await connection.runAndReadAll(`select coalesce(${tried})::varchar`)).getRows();
    results.push(rows[0]?.[0] as string | null);
  }
  return results;
}

const READINGS: [value: string, wanted: 'dmy' | 'mdy' | undefined, meant: string][] = [
  ['2024-04-03', undefined, '2024-04-03 00:00:00'],
  ['2024-04-03T09:05:07', undefined, '2024-04-03 09:05:07'],
  ['2024-04-03 09:05', undefined, '2024-04-03 09:05:00'],
  ['2024-04-03 09:05:07.125', undefined, '2024-04-03 09:05:07.125'],
  ['2024-04-03 09:05:07.123456', undefined, '2024-04-03 09:05:07.123456'],
  ['19970101', undefined, '1997-01-01 00:00:00'],
  ['2020/2/21 0:00', undefined, '2020-02-21 00:00:00'],
  ['2024.04.03', undefined, '2024-04-03 00:00:00'],
  ['25/04/2024', undefined, '2024-04-25 00:00:00'],
  ['04/25/2024', undefined, '2024-04-25 00:00:00'],
  ['3.4.2024', 'dmy', '2024-04-03 00:00:00'],
  ['3-4-24', 'mdy', '2024-03-04 00:00:00'],
  ['25/06/2026 13:03:57', undefined, '2026-06-25 13:03:57'],
  ['03/01/2026 10:00:00 AM', 'mdy', '2026-03-01 10:00:00'],
  ['10/8/26 5:17 PM', 'mdy', '2026-10-08 17:17:00'],
  ['10/8/26 5:17PM', 'mdy', '2026-10-08 17:17:00'],
  ['05 Oct 2026 13:57', undefined, '2026-10-05 13:57:00'],
  ['5-Oct-26', undefined, '2026-10-05 00:00:00'],
  ['Oct 5, 2026', undefined, '2026-10-05 00:00:00'],
  ['October 5, 2026 06:15 PM', undefined, '2026-10-05 18:15:00'],
  ['Mon, 05 Oct 2026 13:57:00', undefined, '2026-10-05 13:57:00'],
  ['2024年4月3日', undefined, '2024-04-03 00:00:00'],
  ['2024年04月03日 09:05', undefined, '2024-04-03 09:05:00'],
  ['2025-10-07 09:50:26 +0200', undefined, '2025-10-07 07:50:26'],
  ['2025-10-07T09:50:26+02:00', undefined, '2025-10-07 07:50:26'],
  ['2025-10-07T09:50:26Z', undefined, '2025-10-07 09:50:26'],
  ['2025-10-07T09:50:26.123Z', undefined, '2025-10-07 09:50:26.123'],
  ['20251007T095026', undefined, '2025-10-07 09:50:26'],
];

describe('date formats', () => {
  it('are exact in DuckDB: each way of writing a day is read as the day it means', async () => {
    const cases = READINGS.map(([value, wanted]) => ({
      value,
      formats: read([value], wanted).reading?.formats ?? [],
    }));
    for (const { value, formats } of cases) expect(formats, value).not.toEqual([]);
    const got = await inDuckDb(cases);
    expect(READINGS.map(([value], i) => [value, got[i]])).toEqual(
      READINGS.map(([value, , meant]) => [value, meant]),
    );
  });

  it('of two-digit years are tried before those of four, which would read "24" as the year 24', async () => {
    const values = ['25/04/24', '25/04/2024'];
    const formats = read([...values, '26/04/2024']).reading?.formats ?? [];
    expect(formats).toHaveLength(2);
    expect(await inDuckDb(values.map((value) => ({ value, formats })))).toEqual([
      '2024-04-25 00:00:00',
      '2024-04-25 00:00:00',
    ]);
  });

  it('are several where a column mixes shapes, the most frequent first', () => {
    const { reading, unread } = read(['2024-04-03', '2024-04-04', '3 Apr 2024', 'n/a']);
    expect(reading?.formats).toEqual(['%Y-%m-%d', '%d %b %Y']);
    expect(unread.map(({ shape }) => shape)).toEqual(['n/a']);
  });
});

describe('the fast cast', () => {
  it.each([
    [['2024-04-03'], 'iso'],
    [['2024-04-03', '2024-04-03 10:00', '2024-04-03T10:00:00', '2024-04-03 10:00:00.5'], 'iso'],
    [['2024-4-3'], 'formats'],
    [['2024-04-03 9:00'], 'formats'],
    [['2024-04-03', 'n/a'], 'formats'],
    [['2024-04-03T10:00:00Z'], 'formats'],
    [['2024/04/03'], 'formats'],
  ])('of %j is %s', (values, style) => {
    expect(read(values).reading?.style).toBe(style);
  });

  it('says that texts carry an offset', () => {
    expect(read(['2025-10-07 09:50:26 +0200']).reading?.has_offset).toBe(true);
    expect(read(['2025-10-07 09:50:26']).reading?.has_offset).toBe(false);
  });
});

describe('day or month first', () => {
  it('is asked where no part of the whole column passes 12', () => {
    const result = read(['03/04/2024', '12/11/2024']);
    expect(result).toMatchObject({ reading: null, order: null, ambiguous: true });
  });

  it('is decided by one value among a hundred thousand', () => {
    const values = Array.from({ length: 1000 }, (_, i) => `0${1 + (i % 9)}/0${1 + (i % 7)}/2024`);
    expect(read(values).ambiguous).toBe(true);
    expect(read([...values, '13/01/2024']).order).toBe('dmy');
    expect(read([...values, '01/13/2024']).order).toBe('mdy');
  });

  it('is decided by a value of another shape in the same column', () => {
    const { order, reading } = read(['3/4/2024', '25/12/2024 10:00']);
    expect(order).toBe('dmy');
    expect(reading?.formats).toEqual(['%d/%m/%Y', '%d/%m/%Y %H:%M']);
  });

  it('is asked where the column contradicts itself', () => {
    expect(read(['25/04/2024', '04/25/2024'])).toMatchObject({ ambiguous: true, reading: null });
  });

  it('is what the person answered', () => {
    expect(read(['03/04/2024'], 'mdy')).toMatchObject({ order: 'mdy', ambiguous: false });
    expect(read(['03/04/2024'], 'mdy').reading?.formats).toEqual(['%m/%d/%Y']);
  });

  it('never needs an answer for a column that has a decisive date, and always for one that has none', () => {
    const part = fc.integer({ min: 1, max: 12 });
    const row = fc.tuple(part, part, fc.integer({ min: 1990, max: 2040 }));
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 13, max: 28 }),
        fc.constantFrom('/', '.', '-'),
        fc.boolean(),
        fc.nat(),
        (rows, day, mark, dayFirst, at) => {
          const undecided = rows.map(([a, b, year]) => [a, b, year].join(mark));
          expect(read(undecided).ambiguous).toBe(true);
          const decisive = dayFirst ? [day, 5, 2024].join(mark) : [5, day, 2024].join(mark);
          const decided = [...undecided];
          decided.splice(at % (undecided.length + 1), 0, decisive);
          expect(read(decided)).toMatchObject({ ambiguous: false, order: dayFirst ? 'dmy' : 'mdy' });
        },
      ),
    );
  });

  it('is read both ways', () => {
    const both = {
      day_first: { day: 3, month: 4, year: '2024' },
      month_first: { day: 4, month: 3, year: '2024' },
    };
    expect(bothReadings('03/04/2024')).toEqual(both);
    expect(bothReadings('3.4.24 10:05')).toEqual(both);
  });
});

describe('what is no date', () => {
  it.each([
    ['prices', ['12.50', '3.99', '100.00']],
    ['plain numbers', ['1', '2', '30000']],
    ['article numbers of eight digits', ['84999120', '22138499', '71053000']],
    ['clock times', ['11:38:36', '09:00:01']],
    ['versions', ['1.2.3', '10.11.12-beta', '0.9']],
    ['names', ['Alice', 'March', 'May']],
    ['day numbers of a spreadsheet', ['45123', '45124.5']],
  ])('%s', (_, values) => {
    expect(looksLikeDates(values)).toBe(false);
  });

  it('day numbers of a spreadsheet are left unread', () => {
    expect(read(['45123', '45124'])).toMatchObject({ reading: null, ambiguous: false });
  });

  it('is kept apart from what is: twelve real days among noise are dates', () => {
    expect(looksLikeDates(['2024-04-03', '', '  ', '2024-04-04'])).toBe(true);
  });
});
