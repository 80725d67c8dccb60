import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesOf, entries } from '../corpora/entries';
import { openApp, type App } from '../helpers/browser';
import { describeWithData } from '../helpers/data';
import { rawBytes } from '../helpers/raw-storage';

/** Beside everything hostile, one file of every format and of every way to be damaged. */
const SAMPLE = [
  'calamine/OOM_alloc3.xls',
  'calamine/any_sheets.ods',
  'calamine/biff5_write.xls',
  'calamine/issue_594_dos.ods',
  'calamine/issues.xlsb',
  'clevercsv/imdb.csv',
  'duckdb/encodings/shift_jis.csv',
  'duckdb/encodings/utf16.csv.gz',
  'duckdb/line_too_long.csv.gz',
  'excelize/encryptSHA512.xlsx',
  'parquet-testing/bad_data/ARROW-GH-41317.parquet',
  'parquet-testing/bad_data/PARQUET-1481.parquet',
  'parquet-testing/data/byte_stream_split.zstd.parquet',
  'parquet-testing/data/alltypes_plain.snappy.parquet',
  'poi/clusterfuzz-testcase-minimized-POIHSSFFuzzer-6137883240824832.xls',
  'poi/poc-xmlbomb-empty.xlsx',
  'poi/testEXCEL_3.xls',
  'sheetjs/crlf/crlf.fods',
  'sheetjs/crlf/crlf.htm',
  'sheetjs/crlf/crlf.xml',
  'sheetjs/password_2002_40_972000.xls',
  'sheetjs/1904/1900.slk',
];
/** What the page answers that has opened a table which is no sales file. */
const READ = ['needs-choice', 'missing-data', 'not-sales', 'nothing-used', 'unreadable-dates', 'opened'];

describeWithData('a dropped file, whatever it is', () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp();
    await app.page.waitForFunction(() => 'regulars' in window);
  });
  afterAll(() => app?.close());

  const answerTo = (name: string, bytes: Uint8Array, password?: string) =>
    app.page.evaluate(
      async ({ name, base64, password }) => {
        const file = new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name);
        const started = performance.now();
        let answer = { code: 'opened', message: '' };
        const late = new Promise<never>((_, reject) =>
          setTimeout(() => reject({ code: 'late', message: 'no answer in 20 seconds' }), 20_000),
        );
        try {
          const choices = password === undefined ? {} : { files: [{ name, password }] };
          await Promise.race([late, window.regulars.open(file, choices)]);
        } catch (error) {
          const { code, message } = error as { code?: string; message: string };
          answer = { code: code ?? 'failed', message };
        }
        return { ...answer, milliseconds: performance.now() - started };
      },
      { name, base64: Buffer.from(bytes).toString('base64'), password },
    );
  const workers = () => app.page.workers().length;

  test('ends in a table or a sentence, in seconds, and leaves no worker behind', async () => {
    const files = [
      ...entries.map(({ file }) => file).filter((file) => file.startsWith('hostile/')),
      ...SAMPLE,
    ];
    expect(files.length).toBeGreaterThan(40);
    await answerTo('first.csv', Buffer.from('a,b\n1,2\n'));
    const atRest = workers();
    const wrong: unknown[] = [];
    for (const file of files) {
      const answer = await answerTo(path.basename(file), bytesOf(file));
      const isSentence = answer.message.includes(path.basename(file)) || READ.includes(answer.code);
      if (!isSentence || answer.code === 'failed' || answer.milliseconds > 10_000) wrong.push([file, answer]);
    }
    expect(wrong).toEqual([]);
    await expect.poll(workers).toBe(atRest);
    expect(app.errors.filter((error) => !error.startsWith('Missing Info for XLS Record'))).toEqual([]);
    expect(app.dialogs).toEqual([]);
  });

  test('two hundred columns are read in seconds, and six hundred end in a sentence at the latest', async () => {
    const wide = (columns: number) => {
      const line = (letter: string) =>
        `${Array.from({ length: columns }, (_, at) => letter + at).join(',')}\n`;
      return Buffer.from(line('name ') + line('a') + line('b'));
    };
    const [some, many] = [await answerTo('wide.csv', wide(200)), await answerTo('wider.csv', wide(600))];
    // Without a date they are no sales, which is said after every column was looked at.
    expect(some).toMatchObject({ code: 'not-sales' });
    expect(['not-sales', 'out-of-memory']).toContain(many.code);
    expect(many.milliseconds).toBeLessThan(10_000);
  });

  test('a workbook with a password is asked for it, opened with it, and the password is kept nowhere', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => [
      `A${i}`,
      `2024-0${1 + (i % 9)}-11`,
      `K${i % 7}`,
      10 + i,
    ]);
    const bytes = await writeXlsx({
      sheets: [{ name: 'Orders', rows: [['Order ID', 'Order date', 'Customer ID', 'Amount'], ...rows] }],
      encryption: { password: 'geheim-4711', spinCount: 1000 },
    });
    const asked = await answerTo('locked.xlsx', bytes);
    expect(asked).toMatchObject({
      code: 'needs-choice',
      message: 'locked.xlsx is encrypted with a password.',
    });
    expect(await answerTo('locked.xlsx', bytes, 'geheim-4711')).toMatchObject({ code: 'opened' });
    await expect.poll(() => rawBytes(app.page), { timeout: 10_000 }).toContain('locked.xlsx');
    expect(await rawBytes(app.page)).not.toContain('geheim-4711');
  });

  test('the page asks for the password in a field, and opens the mapping with it', async () => {
    const { page } = app;
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Orders',
          rows: [
            ['Order date', 'Amount'],
            ['2024-01-11', 10],
            ['2024-02-11', 12],
          ],
        },
      ],
      encryption: { password: 'sesam', spinCount: 1000 },
    });
    await page.goto(app.server.url);
    await page.locator('h1').first().waitFor();
    const link = page.locator('nav a[href="#/"]').first();
    if (await link.count()) await link.click();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'till.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
    await page.getByLabel('Password').fill('sesam');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.locator('.mapping .file').filter({ hasText: 'till.xlsx' }).waitFor();
  });
});
