import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { looksLikeDates, readDates } from '../../../src/ingest/dates/detect-dates';
import { OTHER_DIGITS, PLAIN_DIGITS } from '../../../src/ingest/numbers/digits';
import { looksLikeNumbers, readNumbers } from '../../../src/ingest/numbers/detect-numbers';
import { dateExpression, orderedAt } from '../../../workers/engine/reading/date-expression';
import type { Reading } from '../../../workers/engine/reading/reading';
import { numberExpression } from '../../../workers/engine/reading/money-columns';
import type { Layout } from '../../../src/domain/mapping';
import { countNumbers, countShapes } from './count-evidence';

const layout = { rows: { fill_down: [] as number[] } } as unknown as Layout;

async function inDuckDb(values: readonly string[], expression: string): Promise<(string | null)[]> {
  const connection = await (await DuckDBInstance.create()).connect();
  const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
  await connection.run('create table raw (c0 varchar)');
  for (const value of values) await connection.run(`insert into raw values (${quote(value)})`);
  const rows = (
    await connection.runAndReadAll(`select (${expression})::varchar from raw order by rowid`)
  ).getRows();
  return rows.map(([value]) => value as string | null);
}

/** What the engine makes of a column of dates, by the reading that its shapes propose. */
async function read(values: readonly string[], header = ''): Promise<(string | null)[]> {
  const { reading } = readDates(countShapes([...values]), 'dmy', header);
  expect(reading, values.join(' | ')).not.toBeNull();
  return inDuckDb(values, dateExpression(0, { dates: { 0: reading! }, layout, zone: null }));
}

const FORMS: [what: string, values: string[], meant: string][] = [
  [
    'French, abbreviated, UTC',
    ['5 janv. 2025 10:23:11 UTC', '5 janv. 2025 10:23:11 GMT'],
    '2025-01-05 10:23:11',
  ],
  ['zone words', ['5 Jan 2025 10:23:11 PST', '05.01.2025 10:23:11 MESZ'], '2025-01-05 10:23:11'],
  [
    'the name of a zone',
    ['2025-01-05T10:23:11+01:00[Europe/Berlin]', '2025-01-05 10:23:11 America/New_York'],
    '2025-01-05 10:23:11',
  ],
  ['a script', ['Sun Jan 05 2025 10:23:11 GMT+0100 (Central European Standard Time)'], '2025-01-05 10:23:11'],
  [
    'Spanish halves',
    ['5/1/2025 2:59 p. m.', '5/1/2025 2:59 p.m.', '5/1/2025 2:59 p.\u00a0m.', '05/01/2025 02:59 P.M.'],
    '2025-01-05 14:59:00',
  ],
  ['Spanish mornings', ['5/1/2025 12:05 a. m.', '5/1/2025 12:05 a.m.'], '2025-01-05 00:05:00'],
  [
    'narrow blanks',
    ['1/5/2025, 2:59\u202fPM'.replace('1/5', '5/1'), '5/1/2025 2:59\u00a0PM'],
    '2025-01-05 14:59:00',
  ],
  [
    'Chinese',
    ['2025/1/5 下午2:59', '2025年1月5日 下午02:59', '2025年1月5日 14时59分', '2025/1/5 下午 02:59:00'],
    '2025-01-05 14:59:00',
  ],
  ['Japanese', ['2025/01/05 午後2:59', '2025年1月5日 14時59分'], '2025-01-05 14:59:00'],
  [
    'Korean',
    ['2025. 1. 5. 오후 2:59', '2025년 1월 5일 오후 2:59', '2025-01-05 오후 2:59:00'],
    '2025-01-05 14:59:00',
  ],
  ['Vietnamese', ['05/01/2025 2:59 CH', '05/01/2025 02:59:00 CH'], '2025-01-05 14:59:00'],
  ['Greek', ['5/1/2025 2:59 μ.μ.', '5/1/2025 2:59 ΜΜ', '5 Ιανουαρίου 2025 2:59 μ.μ.'], '2025-01-05 14:59:00'],
  ['Arabic', ['٥/١/٢٠٢٥ ٢:٥٩ م', '5 يناير 2025 2:59 م', '‏٥‏/١‏/٢٠٢٥ ٢:٥٩ م'], '2025-01-05 14:59:00'],
  [
    'Persian and full-width digits',
    ['۵/۱/۲۰۲۵', '２０２５／０１／０５', '２０２５年１月５日'],
    '2025-01-05 00:00:00',
  ],
  ['an hour with a word', ['05.01.2025 14:59 Uhr', '05/01/2025 14h59'], '2025-01-05 14:59:00'],
  [
    'other months',
    ['5 gennaio 2025', '5 января 2025 г.', '5 Ocak 2025', '5. jan. 2025', '5 maj 2025'.replace('maj', 'gen')],
    '2025-01-05 00:00:00',
  ],
  [
    'Thailand',
    ['05/01/2568', '5 มกราคม 2568', '5 ม.ค. 2568', '5 ม.ค. 68', '5 ม.ค. พ.ศ. 2568', '2568-01-05', '๕/๑/๒๕๖๘'],
    '2025-01-05 00:00:00',
  ],
  [
    'Taiwan',
    ['114/01/05', '114/1/5', '民國114年1月5日', '民國 114 年 1 月 5 日', '114年01月05日', '114.01.05'],
    '2025-01-05 00:00:00',
  ],
  ['a leap day', ['29/02/2567', '29 ก.พ. 67', '113/02/29'], '2024-02-29 00:00:00'],
];

describe('a date is read as it is meant', () => {
  it.each(FORMS)('%s', async (_, values, meant) => {
    expect(looksLikeDates(values)).toBe(true);
    for (const value of values) expect(await read([value]), value).toEqual([meant]);
    expect(await read(values)).toEqual(values.map(() => meant));
  });

  it('at noon, at midnight and with hours that say themselves that it is afternoon', async () => {
    expect(
      await read([
        '5/1/2025 12:30 p. m.',
        '2025/01/05 午後0:30',
        '2025/01/05 午前0:30',
        '5/1/2025 14:59 p. m.',
      ]),
    ).toEqual(['2025-01-05 12:30:00', '2025-01-05 12:30:00', '2025-01-05 00:30:00', '2025-01-05 14:59:00']);
  });

  it('with its clock in a column of its own', async () => {
    const reading = { positions: { date: 1, time: 0 }, dates: {}, layout, zone: null } as unknown as Reading;
    const clock = orderedAt({ ...reading, dates: { 1: { formats: [], style: 'iso', has_offset: false } } });
    const expression = clock.replaceAll('c1', "'2025-01-05'");
    expect(await inDuckDb(['2:59 p. m.', '下午2:59', '2:59 CH', '14:59', '2:59 PM'], expression)).toEqual(
      Array.from({ length: 5 }, () => '2025-01-05 14:59:00'),
    );
  });

  it('with two digits for a Thai year where its column is Thai, and not elsewhere', async () => {
    expect(await read(['15/01/68', '16/01/67'], 'วันที่')).toEqual([
      '2025-01-15 00:00:00',
      '2024-01-16 00:00:00',
    ]);
    expect(await read(['15/01/68'], 'Date')).toEqual(['2068-01-15 00:00:00']);
  });

  it('beside years of ours, which stay', async () => {
    expect(await read(['15/01/2568', '16/01/2025'])).toEqual(['2025-01-15 00:00:00', '2025-01-16 00:00:00']);
  });
});

describe('what is no date', () => {
  it.each([
    ['numbers of parts', ['114-22-05', '120-45-77', '131-80-12']],
    ['numbers of insured people', ['114-05-1234', '120-07-4321']],
    ['phones', ['114-505-1234', '800-555-0199']],
    ['article numbers that begin as a Thai year does', ['25680105', '25671231']],
    ['versions', ['1.14.2', '101.2.3']],
    ['sizes in Arabic digits', ['٤٢', '٤٤']],
    ['words with a half of the day in them', ['Sara CH', 'Team SA', 'p. m.']],
    ['streets', ['Jan 5a', '12 Mart Street']],
  ])('%s', (_, values) => {
    expect(looksLikeDates(values)).toBe(false);
  });
});

describe('a calendar that is not read', () => {
  it.each([[['1403/10/15', '1403/11/02']], [['۱۴۰۳/۱۰/۱۵']], [['15/10/1446']]])(
    '%j is no date of the year 1403, even where a person says that it is one',
    (values) => {
      expect(looksLikeDates(values)).toBe(false);
      expect(readDates(countShapes(values), 'dmy').reading).toBeNull();
    },
  );

  it('does not hide a clock or a year of ours', () => {
    expect(readDates(countShapes(['15/10/2024 14:03'])).reading).not.toBeNull();
    expect(readDates(countShapes(['20250105 1430', '2025-01-05 1403'])).reading).not.toBeNull();
  });
});

describe('numbers in other digits', () => {
  it.each([
    [
      ['١٢٫٥٠', '٧٫٢٥'],
      ['12.50', '7.25'],
    ],
    [
      ['۱۲٬۵۰۰٫۵', '۷٫۲'],
      ['12500.5', '7.2'],
    ],
    [
      ['１２．５０', '－３．００'],
      ['12.50', '-3.00'],
    ],
    [
      ['๔๙.๘๐ ฿', '๓๗.๕๐ ฿'],
      ['49.80', '37.50'],
    ],
    [
      ['12.50', '٣٫٥٠'],
      ['12.50', '3.50'],
    ],
  ])('%j', async (values, meant) => {
    expect(looksLikeNumbers(values)).toBe(true);
    const { reading } = readNumbers(countNumbers(values), undefined, values);
    expect(await inDuckDb(values, numberExpression(0, reading!, 12))).toEqual(meant);
  });

  it('are counted by the list that the code has', () => {
    const sql = readFileSync(path.resolve('src/warehouse/evidence/shapes.sql'), 'utf8');
    expect(sql).toContain(`'${OTHER_DIGITS}'`);
    expect(sql).toContain(`'${PLAIN_DIGITS}'`);
  });
});
