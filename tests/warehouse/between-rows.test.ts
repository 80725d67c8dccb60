import { describe, expect, it } from 'vitest';
import type { EngineError } from '../../src/engine/errors';
import { openShop } from '../helpers/warehouse';

const asked = (file: string) =>
  openShop('native', file).then(
    () => expect.fail('was opened'),
    (error: unknown) => error as EngineError,
  );

describe('rows that are no sales', () => {
  it('sums, headings and footers between the rows are set aside by their own reasons and counted', async () => {
    const { report } = await openShop(
      'native',
      [
        'Order no,Date,Customer no,Amount',
        ...['1,2024-01-15,K1,10.00', '2,2024-01-16,K2,20.00'],
        'North,,,',
        ...['3,2024-02-15,K1,30.00', 'Total for North,,,60.00', '4,2024-02-20,K3,5.50'],
        ...['Tổng cộng,,,65.50', 'Grand total,,,65.50', '4 rows exported,,,'],
      ].join('\n') + '\n',
    );
    expect(report).toMatchObject({ rows_read: 9, rows_used: 4, all: { orders: 4, sales: 65.5 } });
    expect(report.set_aside).toEqual([
      { rule: 'total_row', rows: 3 },
      { rule: 'heading_row', rows: 2 },
    ]);
  });

  it('a customer called Total is a customer, where the row has a date', async () => {
    const file = 'Customer,Date,Amount\nTotal,2024-01-15,10.00\nTotal Wine,2024-01-16,20.00\n';
    const { report } = await openShop('native', file);
    expect(report).toMatchObject({ rows_used: 2, identified: { customers: 2, sales: 30 } });
  });

  it('a column that calls rows refunds, fees and payouts is believed, whatever the sign of a refund', async () => {
    const { report } = await openShop(
      'native',
      [
        'Order no,Date,Type,Customer no,Amount',
        ...['1,2024-01-15,Sale,K1,10.00', '2,2024-01-16,Sale,K2,20.00', '2,2024-01-20,Refund,K2,5.00'],
        ...['3,2024-01-21,Fee,,0.30', '4,2024-01-25,Payout,,24.70'],
      ].join('\n') + '\n',
    );
    expect(report.identified).toEqual({ customers: 2, orders: 2, sales: 30, refunds: 5, net: 25 });
    expect(report.set_aside).toEqual([{ rule: 'other_row', rows: 2 }]);
  });

  it('a cancelled line leaves its order, and an order of cancelled lines alone is cancelled', async () => {
    const { report } = await openShop(
      'native',
      [
        'Order no,Date,Customer no,Product,Status,Amount',
        ...['1,2024-01-15,K1,Tea,delivered,10.00', '1,2024-01-15,K1,Mug,canceled,7.00'],
        ...['2,2024-01-16,K2,Tea,canceled,10.00', '2,2024-01-16,K2,Mug,canceled,7.00'],
      ].join('\n') + '\n',
    );
    expect(report.all).toEqual({ orders: 1, sales: 10 });
    expect(report.set_aside).toEqual([{ rule: 'cancelled_line', rows: 1 }]);
  });
});

describe('dates that files write', () => {
  const days = async (texts: string[], column = 'Order date') => {
    const rows = texts.map((text, i) => `${i},"${text}",K${i},10.00`);
    const shop = await openShop('native', `Order ID,${column},Customer ID,Amount\n${rows.join('\n')}\n`);
    const found = await shop.rows<{ at: string }>(
      'select ordered_at::varchar as at from staged_lines order by row_no',
    );
    return found.map(({ at }) => at);
  };

  it.each([
    ['day numbers of a spreadsheet', ['45123', '45123.75', '45657'], ['2023-07-16 00:00:00', '2023-07-16 18:00:00', '2024-12-31 00:00:00']],
    ['words for a zone, which differ by season', ['Sep 4, 2024 1:05:07 AM PDT', 'Dec 14, 2024 11:05:07 PM PST'], ['2024-09-04 01:05:07', '2024-12-14 23:05:07']],
    ['Sept beside three letters', ['4 Sept 2024', '14 Oct 2024'], ['2024-09-04 00:00:00', '2024-10-14 00:00:00']],
    ['month, day and a short year', ['Jul-21-24', 'Aug-02-24'], ['2024-07-21 00:00:00', '2024-08-02 00:00:00']],
    ['a tab behind them', ['25/06/2024 13:03:57\t', '03/07/2024 01:00:00\t'], ['2024-06-25 13:03:57', '2024-07-03 01:00:00']],
  ])('%s are read', async (_, texts, wanted) => {
    expect(await days(texts)).toEqual(wanted);
  }); // prettier-ignore

  it('a clock in a column of its own is added to the day', async () => {
    const file =
      'Order ID,Date,Time,Customer ID,Amount\n1,2024-01-15,9:05 PM,K1,10.00\n2,2024-01-16,12:10 AM,K2,10.00\n';
    const shop = await openShop('native', file);
    expect(await shop.rows('select ordered_at::varchar as at from staged_lines order by row_no')).toEqual([
      { at: '2024-01-15 21:05:00' },
      { at: '2024-01-16 00:10:00' },
    ]);
  });

  it('both orders of day and month in one column are found, and said with an example of each', async () => {
    const rows = ['1,25/03/2024,K1,10.00', '2,03/26/2024,K2,10.00', '3,04/05/2024,K3,10.00'];
    const error = await asked(`Order ID,Order date,Customer ID,Amount\n${rows.join('\n')}\n`);
    const [question] = error.questions ?? [];
    expect(question?.id).toBe('date_order');
    expect(question?.question).toMatch(/only be day first and others only month first/);
    expect(question?.question).toContain('set aside');
  });

  it('a file without any date is refused with what to export, not asked about', async () => {
    const error = await asked('Product,Pieces\nTea,3\nMug,4\n');
    expect(error).toMatchObject({ code: 'not-sales' });
    expect(error.message).toContain('no dates');
    expect(error.next).toContain('Export the orders');
  });
});
