import { describe, expect, test } from 'vitest';
import type { ResultTable, Row } from '../../src/domain/table';
import { monthsOf, monthsTable } from '../../src/pages/customers/customer-months';

const timeline = (rows: Row[]): ResultTable => ({ columns: [], rows, sql: '', provenance: {} as never });
const day = (happened_on: string, kind: string, amount: number | null): Row => ({
  happened_on,
  kind,
  amount,
});
/** K01 of the twelve customers, with an order that does not count. */
const K01 = timeline([
  day('2024-06-20', 'order', 10),
  day('2024-05-02', 'not_counted', 99),
  day('2024-04-12', 'refund', -25),
  day('2024-03-30', 'order', 50),
  day('2024-01-05', 'order', 10),
  day('2024-01-05', 'order', 32),
]);

describe('the months of a customer', () => {
  test('hold each order and refund once, and begin and end with what can be known', () => {
    const months = monthsOf(K01, '2024-06-20');
    expect(months.map(({ orders }) => orders)).toEqual([
      ...[2, 0, 1, 0, 0, 1],
      ...[null, null, null, null, null, null],
    ]);
    expect(months.map(({ net }) => net)).toEqual([42, 0, 50, -25, 0, 10, null, null, null, null, null, null]);
    expect(monthsTable(months).rows.map(({ month }) => month)).toEqual([
      ...['2024-06-01', '2024-04-01', '2024-03-01', '2024-01-01'],
    ]);
  });

  test('have the latest year first, and nothing before the first order', () => {
    const months = monthsOf(timeline([day('2022-11-30', 'order', 5)]), '2024-01-31');
    expect([...new Set(months.map(({ year }) => year))]).toEqual([2024, 2023, 2022]);
    expect(months.filter(({ orders }) => orders !== null).length).toBe(1 + 12 + 2);
  });

  test('have no money where the file has none, and are none without an order that counts', () => {
    expect(monthsOf(timeline([day('2024-01-05', 'order', null)]), '2024-01-31')[0]).toMatchObject({
      ...{ orders: 1, net: null },
    });
    expect(monthsOf(timeline([day('2024-05-02', 'not_counted', 99)]), '2024-06-20')).toEqual([]);
  });
});
