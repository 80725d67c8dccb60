import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { fileOf, openShop } from '../helpers/warehouse';

/**
 * Which day something sold after midnight belongs to: in texts, numbers, a column of times, with a zone, on
 * a list of refunds, and without a time.
 */

const ALL: Choices = { history: 'complete' };
const HEAD = 'Order ID,Order date,Customer ID,Amount';
const csv = (head: string, rows: readonly string[]) => `${head}\n${rows.join('\n')}\n`;

describe.each(['native', 'wasm'] as const)('where a day ends after midnight, on %s DuckDB', (engine) => {
  const days = async (source: Parameters<typeof openShop>[1], choices: Choices) => {
    const shop = await openShop(engine, source, { ...ALL, ...choices });
    const rows = await shop.rows<{ day: string }>(
      'select ordered_on::varchar as day from orders order by first_row_no',
    );
    return { shop, days: rows.map(({ day }) => day), facts: shop.report.facts };
  };

  const MIXED = ['1,2024-03-02 00:00:00,a,5', '2,2024-03-02 03:59:59,b,5', '3,2024-03-02 04:00:00,a,5'];

  it('the small hours are the day before, midnight among them and the hour itself not', async () => {
    const found = await days(csv(HEAD, MIXED), { day_ends_at: 4 });
    expect(found.days).toEqual(['2024-03-01', '2024-03-01', '2024-03-02']);
    expect(found.facts).toContainEqual({ id: 'day_ends', values: { hours: 4, orders: 2, sharp: 1 } });
    expect(found.shop.report).toMatchObject({ from: '2024-03-01', to: '2024-03-02', as_of: '2024-03-02' });
    const clock = await found.shop.rows('select max(ordered_at)::varchar as at from orders');
    expect(clock).toEqual([{ at: '2024-03-02 04:00:00' }]);
  });

  it.each([
    ['dates alone', ['1,2024-03-02,a,5', '2,2024-03-03,b,5']],
    ['midnights alone', ['1,2024-03-02 00:00:00,a,5', '2,2024-03-03 00:00:00,b,5']],
    ['numbers of days', ['1,45353,a,5', '2,45354,b,5']],
  ])('%s have no times: nothing moves, and it is said', async (_, rows) => {
    const found = await days(csv(HEAD, rows), { day_ends_at: 6 });
    expect(found.days).toEqual(['2024-03-02', '2024-03-03']);
    expect(found.facts).toContainEqual({ id: 'day_ends_unused', values: {} });
  });

  it.each([
    ['ISO texts', '2024-03-02', '2024-03-02 02:00'],
    ['other texts', '02.03.2024', '02.03.2024 02:00'],
    ['numbers of days', '45353', '45353.0833333'],
  ])('of %s a cell without a time is the day that it names', async (_, bare, clocked) => {
    const rows = [
      `1,${bare},a,5`,
      `2,${clocked},b,5`,
      `3,${bare.replace('02', '13').replace('45353', '45364')},c,5`,
    ];
    const found = await days(csv(HEAD, rows), { day_ends_at: 5, date_order: 'dmy' });
    expect(found.days.slice(0, 2)).toEqual(['2024-03-02', '2024-03-01']);
  });

  it('a column of times beside the dates is read, and a blank in it is no midnight', async () => {
    const rows = [
      '1,2024-03-02,01:30,a,5',
      '2,2024-03-02,23:30,b,5',
      '3,2024-03-02,,c,5',
      '4,2024-03-02,00:00,d,5',
    ];
    const found = await days(csv('Order ID,Order date,Time,Customer ID,Amount', rows), { day_ends_at: 2 });
    expect(found.days).toEqual(['2024-03-01', '2024-03-02', '2024-03-02', '2024-03-01']);
  });

  it('a text with its zone is moved there first', async () => {
    const rows = ['1,2024-03-01T23:30:00Z,a,5', '2,2024-03-01T12:00:00Z,b,5', '3,2024-03-02T04:30:00Z,b,5'];
    const found = await days(csv(HEAD, rows), { day_ends_at: 4, zone: 'Europe/Berlin' });
    expect(found.days).toEqual(['2024-03-01', '2024-03-01', '2024-03-02']);
  });

  it('what a customer buys in one night is one order, and a number of one night is one', async () => {
    const night = ['2024-03-01 23:30:00,a,5', '2024-03-02 01:30:00,a,7', '2024-03-02 20:00:00,a,9'];
    const ends = { day_ends_at: 4 } as const;
    const visits = await days(csv('Order date,Customer ID,Amount', night), {
      ...ends,
      order_grain: 'customer_day',
    });
    expect(visits.days).toEqual(['2024-03-01', '2024-03-02']);
    const [first] = await visits.shop.rows<{ sales: number }>(
      'select sales::double as sales from orders order by ordered_on',
    );
    expect(first?.sales).toBe(12);
    const numbered = csv(
      HEAD,
      night.map((row) => `1,${row}`),
    );
    expect((await days(numbered, { ...ends, order_grain: 'order_and_day' })).days).toEqual([
      '2024-03-01',
      '2024-03-02',
    ]);
    expect((await days(numbered, { order_grain: 'order_and_day' })).days).toHaveLength(2);
  });

  it('refunds are of their night too, and a list that names days alone keeps them', async () => {
    const files = (dates: string[]) => [
      fileOf(csv(HEAD, [...MIXED, '4,2024-03-04 12:00:00,c,9', '5,2024-03-05 12:00:00,d,9']), 'orders.csv'),
      fileOf(
        csv(
          'Order ID,Refunded at,Refund amount',
          dates.map((date, i) => `${i + 4},${date},1`),
        ),
        'refunds.csv',
      ),
    ];
    const of = async (dates: string[]) => {
      const { shop } = await days(files(dates), { day_ends_at: 4 });
      return (
        await shop.rows<{ day: string }>('select refunded_on::varchar as day from refunds order by row_no')
      ).map(({ day }) => day);
    };
    expect(await of(['2024-03-10', '2024-03-11'])).toEqual(['2024-03-10', '2024-03-11']);
    expect(await of(['2024-03-10 00:00:00', '2024-03-11 00:00:00'])).toEqual(['2024-03-10', '2024-03-11']);
    expect(await of(['2024-03-10 00:30:00', '2024-03-11 09:00:00'])).toEqual(['2024-03-09', '2024-03-11']);
  });
});
