import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { EngineError } from '../../src/engine/errors';
import { ENGINES, openShop } from '../helpers/warehouse';

describe.each(ENGINES)('dates that lack something, on %s DuckDB', (engine) => {
  const fileOf = (dates: readonly string[], header = 'Order date', above = '') =>
    `${above}Order ID,${header},Customer ID,Amount\n${dates.map((date, i) => `A${i},"${date}",K${i % 3},10.00`).join('\n')}\n`;
  const open = (csv: string, choices: Choices = {}) =>
    openShop(engine, csv, { history: 'complete', ...choices });
  const days = async (csv: string, choices: Choices = {}) => {
    const shop = await open(csv, choices);
    const rows = await shop.rows<{ at: string }>(
      'select ordered_at::varchar as at from source_rows order by row_no',
    );
    return rows.map(({ at }) => at.replace(' 00:00:00', ''));
  };
  const asked = (csv: string, choices: Choices = {}) =>
    open(csv, choices).then(
      () => [],
      (error: unknown) => {
        if (error instanceof EngineError) return error.questions ?? [];
        throw error;
      },
    );
  const factsOf = async (csv: string, choices: Choices = {}) =>
    (await open(csv, choices)).report.facts.filter(({ id }) =>
      ['months_only', 'year_of_dates', 'utc_times', 'thai_years'].includes(id),
    );

  const HALF = [
    '2024-05-01',
    '2024-09-01',
    '2024-03-02',
    '14/02/2024',
    '2024-02-03',
    '20/03/2024',
    '25/04/2024',
  ];

  it('half of them swapped by a spreadsheet are asked about with both spans, and swapped back or kept', async () => {
    const [question, ...more] = await asked(fileOf(HALF));
    expect(more).toEqual([]);
    expect(question).toMatchObject({ id: 'swapped_dates', column: 'Order date' });
    expect(question?.options.map(({ value, label }) => [value, label.match(/\d{4}-\d\d-\d\d/g)])).toEqual([
      ['swap', ['2024-01-05', '2024-04-25']],
      ['keep', ['2024-02-03', '2024-09-01']],
    ]);
    expect(await days(fileOf(HALF), { swapped_dates: 'swap' })).toEqual([
      '2024-01-05',
      '2024-01-09',
      '2024-02-03',
      '2024-02-14',
      '2024-03-02',
      '2024-03-20',
      '2024-04-25',
    ]);
    expect((await days(fileOf(HALF), { swapped_dates: 'keep' }))[0]).toBe('2024-05-01');
  });

  it('in two forms are not asked about where one real date has a day above 12, one text a day up to 12, or all are few', async () => {
    expect(await asked(fileOf([...HALF, '2024-02-14']))).toEqual([]);
    expect(await asked(fileOf([...HALF, '05/06/2024']))).toEqual([]);
    expect(await asked(fileOf(['2024-05-01', '14/02/2024']))).toEqual([]);
  });

  const YEARLESS = ['28-Nov', '14-Dec', '30-Dec', '2-Jan', '5-Feb'];

  it('without a year ask for it, the one in the title first, and go on after December', async () => {
    const csv = fileOf(YEARLESS, 'Date', 'Sales book 2023,,,\n');
    const [question, ...more] = await asked(csv);
    expect(more).toEqual([]);
    expect(question).toMatchObject({ id: 'year', column: 'Date' });
    expect(question?.options[0]).toMatchObject({ value: '2023' });
    expect(question?.options[0]?.label).toContain('2024');
    expect(await days(csv, { year: 2023 })).toEqual([
      '2023-11-28',
      '2023-12-14',
      '2023-12-30',
      '2024-01-02',
      '2024-02-05',
    ]);
    expect(await factsOf(csv, { year: 2023 })).toEqual([
      { id: 'year_of_dates', values: { year: '2023', last: '2024', row: 4 } },
    ]);
  });

  it('without a year and with the newest first go back before January', async () => {
    expect(await days(fileOf(YEARLESS.toReversed(), 'Date'), { year: 2024 })).toEqual([
      '2024-02-05',
      '2024-01-02',
      '2023-12-30',
      '2023-12-14',
      '2023-11-28',
    ]);
  });

  it('of months alone stand on the first, and the report says so', async () => {
    const csv = fileOf(['2024-01', '2024-02', '2024-02'], 'Month');
    expect(await days(csv, { map: { date: 'Month' } })).toEqual(['2024-01-01', '2024-02-01', '2024-02-01']);
    expect(await factsOf(csv, { map: { date: 'Month' } })).toEqual([{ id: 'months_only', values: {} }]);
  });

  it('counted from 1970 are in UTC, which is said, and move with the zone; a zero stands for none', async () => {
    const csv = fileOf(
      ['1704495600', '1704495600000', '1714046400', ...Array.from({ length: 100 }, () => '1714046400'), '0'],
      'created',
    );
    expect((await days(csv)).slice(0, 3)).toEqual([
      '2024-01-05 23:00:00',
      '2024-01-05 23:00:00',
      '2024-04-25 12:00:00',
    ]);
    expect((await days(csv, { zone: 'Europe/Berlin' })).slice(0, 3)).toEqual([
      '2024-01-06',
      '2024-01-06',
      '2024-04-25 14:00:00',
    ]);
    expect(await factsOf(csv)).toEqual([{ id: 'utc_times', values: {} }]);
    expect((await open(csv)).report.set_aside.map(({ rule, rows }) => [rule, rows])).toContainEqual([
      'sentinel_date',
      1,
    ]);
  });

  it('in Arabic digits and with Arabic amounts are read', async () => {
    const shop = await open(
      'Order ID,Order date,Customer ID,Amount\n1,٥/١/٢٠٢٥ ٢:٥٩ م,K1,١٢٫٥٠\n2,١٤/٢/٢٠٢٥ ٩:٠٥ ص,K2,٧٫٢٥\n',
    );
    expect(
      await shop.rows(
        'select ordered_at::varchar as at, sales::varchar as sales from source_rows order by row_no',
      ),
    ).toEqual([
      { at: '2025-01-05 14:59:00', sales: '12.50' },
      { at: '2025-02-14 09:05:00', sales: '7.25' },
    ]);
  });

  it.each(['٢٠٢٥-٠١-٠٥', '２０２５-０１-０５'])(
    'with the year first in other digits are read: %s',
    async (day) => {
      const { report } = await open(
        `Order ID,Order date,Customer ID,Amount\n1,${day},K1,12.50\n2,${day},K2,7.25\n`,
      );
      expect([report.from, report.rows_used]).toEqual(['2025-01-05', 2]);
    },
  );

  it('with Thai years of two digits are said', async () => {
    expect(await factsOf(fileOf(['5 ม.ค. 68', '14 ก.พ. 68']))).toEqual([{ id: 'thai_years', values: {} }]);
  });
});
