import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { EngineError } from '../../src/engine/errors';
import { ENGINES, openShop } from '../helpers/warehouse';

const fileOf = (times: readonly string[]) =>
  `Order ID,Order date,Customer ID,Amount\n${times.map((time, i) => `${i},"${time}",K${i},10.00`).join('\n')}\n`;

describe.each(ENGINES)('times on %s DuckDB', (engine) => {
  const open = (times: readonly string[], choices: Choices = {}) =>
    openShop(engine, fileOf(times), { history: 'complete', ...choices });
  const clocks = async (times: readonly string[], choices: Choices = {}) => {
    const shop = await open(times, choices);
    return (
      await shop.rows<{ at: string }>('select ordered_at::varchar as at from source_rows order by row_no')
    ).map(({ at }) => at);
  };
  const factsOf = async (times: readonly string[]) =>
    (await open(times)).report.facts.map(({ id, values }) => ({ id, ...values }));
  const refusal = (times: readonly string[]) =>
    open(times).then(
      () => {
        throw new Error('it was built');
      },
      (error: unknown) => {
        if (error instanceof EngineError) return error;
        throw error;
      },
    );

  const BERLIN = ['2024-03-31 01:59:59 +0100', '2024-03-31 03:00:00 +0200', '2024-10-27 02:30:00 +0200'];

  it('with offsets of one place are its own clock, on both sides of the change to summer time', async () => {
    expect(await clocks(BERLIN)).toEqual([
      '2024-03-31 01:59:59',
      '2024-03-31 03:00:00',
      '2024-10-27 02:30:00',
    ]);
    expect(await factsOf(BERLIN)).toContainEqual({
      id: 'zone_of_offsets',
      zone: 'Europe/Berlin',
      offsets: '+0200, +0100',
    });
  });

  it('with offsets that no place keeps at these times are asked about, and read as the answer says', async () => {
    const times = ['2024-01-10 12:00:00 +0100', '2024-01-10 12:00:00 -0330', '2024-07-10 23:00:00 +0200'];
    const { questions } = await refusal(times);
    expect(questions?.map(({ id }) => id)).toEqual(['zone']);
    expect(questions?.[0]?.options.map(({ value }) => value)).toContain('Europe/Berlin');
    expect(questions?.[0]?.options.map(({ value }) => value)).toContain('UTC');
    expect(await clocks(times, { zone: 'Europe/Berlin' })).toEqual([
      '2024-01-10 12:00:00',
      '2024-01-10 16:30:00',
      '2024-07-10 23:00:00',
    ]);
  });

  it.each([
    ['Z', ['2024-01-31T23:30:00Z']],
    ['z', ['2024-01-31t23:30:00z']],
    ['UTC', ['2024-01-31 23:30:00 UTC']],
    ['GMT', ['2024-01-31 23:30 GMT']],
    ['am and pm before the offset', ['01/31/2024 11:30 PM +0000']],
    ['+00:00', ['2024-01-31 23:30:00+00:00']],
    ['+00', ['2024-01-31 23:30:00+00']],
  ])('in UTC (%s) are said to be, and move to the zone that is chosen', async (_, times) => {
    expect(await clocks(times)).toEqual(['2024-01-31 23:30:00']);
    expect(await factsOf(times)).toContainEqual({ id: 'utc_times' });
    expect(await clocks(times, { zone: 'Asia/Ho_Chi_Minh' })).toEqual(['2024-02-01 06:30:00']);
  });

  it('in a column of their own stand beside the day', async () => {
    const file = 'Order ID,Order date,Time,Amount\n1,31.01.2024,9:05 PM,1.50\n2,01.02.2024,08:15,2.50\n';
    const shop = await openShop(engine, file, { history: 'complete' });
    expect(await shop.rows('select ordered_at::varchar as at from source_rows order by row_no')).toEqual([
      { at: '2024-01-31 21:05:00' },
      { at: '2024-02-01 08:15:00' },
    ]);
  });

  it('before the day are read as well', async () => {
    expect(await clocks(['21:05 31/01/2024', '08:15 01/02/2024'])).toEqual([
      '2024-01-31 21:05:00',
      '2024-02-01 08:15:00',
    ]);
    expect((await refusal(['21:05 01/02/2024', '23:59 03/04/2024'])).questions?.[0]).toMatchObject({
      id: 'date_order',
      examples: [
        '21:05 01/02/2024: 1 February 2024 or 2 January 2024',
        '23:59 03/04/2024: 3 April 2024 or 4 March 2024',
      ],
    });
  });

  it('as day numbers of a spreadsheet count from 1900, or from 1904 where that is said', async () => {
    // 2024-01-31 is day 45322 from 1900 and day 43860 from 1904.
    expect(await clocks(['45322.5', '45323'])).toEqual(['2024-01-31 12:00:00', '2024-02-01 00:00:00']);
    expect(await clocks(['43860.5', '43861'], { date_system: '1904' })).toEqual([
      '2024-01-31 12:00:00',
      '2024-02-01 00:00:00',
    ]);
  });

  it.each([
    [
      'German',
      [
        '31. Januar 2024',
        'Mittwoch, 31. Jan. 2024',
        '31-Mär-2024',
        '31. Mai 2024 14:05',
        '31. Dezember 2024',
      ],
    ],
    ['French', ['31 janvier 2024', '31 janv. 2024', '31 mars 2024', '31 mai 2024, 14:05', '31 déc. 2024']],
    [
      'Spanish',
      [
        '31 de enero de 2024',
        '31-ene-2024',
        'dom, 31 mar 2024',
        '31 may. 2024 14:05',
        '31 de diciembre del 2024',
      ],
    ],
    [
      'Portuguese',
      [
        '31 de janeiro de 2024',
        '31/jan/2024',
        '31 de março de 2024',
        '31 de mai. de 2024 14:05',
        '31 dez 2024',
      ],
    ],
    ['Indonesian', ['31 Januari 2024', '31 Jan 2024', '31 Maret 2024', '31 Mei 2024 14:05', '31 Des 2024']],
    [
      'Vietnamese',
      [
        '31 tháng 1, 2024',
        'Ngày 31 tháng 01 năm 2024',
        '31 Tháng 3 2024',
        '31 thg 5, 2024 14:05',
        '31 thg. 12, 2024',
      ],
    ],
    [
      'Chinese',
      ['2024年1月31日', '2024年1月31日 星期三', '2024年3月31日', '2024年5月31日 14:05', '2024年12月31日'],
    ],
    [
      'Japanese',
      ['2024年1月31日(水)', '2024年01月31日', '2024年3月31日（日）', '2024年5月31日 14:05', '2024年12月31日'],
    ],
    ['English', ['January 31, 2024', '31st Jan 2024', 'Mar 31, 2024', 'May 31, 2024 2:05 PM', '31-Dec-24']],
  ])('with months written in %s are read', async (_, times) => {
    const days = ['01-31 00:00', '01-31 00:00', '03-31 00:00', '05-31 14:05', '12-31 00:00'];
    expect(await clocks(times)).toEqual(days.map((day) => `2024-${day}:00`));
  });

  it('with the first of a month as the French write it are read, beside other days', async () => {
    expect(await clocks(['1er janvier 2024', '2 janvier 2024', '3 août 2024'])).toEqual([
      '2024-01-01 00:00:00',
      '2024-01-02 00:00:00',
      '2024-08-03 00:00:00',
    ]);
  });

  it('of two orders in one column are asked, with a day of each', async () => {
    const { questions } = await refusal(['31/01/2024', '02/15/2024', '03/04/2024']);
    expect(questions?.[0]?.id).toBe('date_order');
    expect(questions?.[0]?.question).toMatch(/only be day first and others only month first/);
    const shop = await open(['31/01/2024', '02/15/2024', '03/04/2024'], { date_order: 'dmy' });
    expect(shop.report.set_aside).toEqual([{ rule: 'unreadable_date', rows: 1 }]);
  });
});
