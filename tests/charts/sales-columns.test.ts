import { describe, expect, it } from 'vitest';
import { headline, measuresOf, partsOf, pictured, tableOf, yearBefore } from '../../src/analyses/sales/shape';
import type { Row } from '../../src/domain/table';
import { messages } from '../../src/i18n/en/analyses/sales';

/** A month of a shop; what a test is about is given, the rest is one order of 10 by nobody. */
const month = (period: string, given: Row = {}): Row => ({
  ...{ period, orders: 1, orders_new: 0, orders_returning: 0, orders_unknown: 1 },
  ...{ net: 10, net_new: 0, net_returning: 0, net_unknown: 10, aov: 10, margin: null },
  ...{ customers: 0, customers_new: 0, customers_returning: 0 },
  ...{ net_year_before: null, orders_year_before: null, is_complete: true, is_left_cut: false },
  ...given,
});
const known = { orders_new: 2, orders_returning: 3, orders_unknown: 0, orders: 5, customers: 4 };
const rows = [
  month('2024-01-01', {
    ...{ ...known, customers_new: 2, customers_returning: 2, net: 50, net_new: 30, net_returning: 20 },
    ...{ net_unknown: 0, net_year_before: 40, orders_year_before: 4 },
  }),
  month('2024-02-01', { orders: 0, orders_unknown: 0, net: 0, net_unknown: 0, aov: null }),
  month('2024-03-01', { is_complete: false, net_year_before: 80, orders_year_before: 1 }),
];

describe('the columns of sales by period', () => {
  it.each(['net', 'orders', 'customers'] as const)(
    'make up the %s of the table in every period',
    (measure) => {
      for (const row of rows) {
        const mine = partsOf(rows, measure).filter(({ period }) => period === row.period);
        expect(mine.reduce((sum, { value }) => sum + value, 0)).toBe(row[measure]);
      }
    },
  );

  it('keep the place of a period whose figure is unknown, and hatch the one that is not over', () => {
    const columns = partsOf(rows, 'aov');
    expect(columns.map(({ period }) => period)).toEqual(rows.map(({ period }) => period));
    expect(columns[1]!.value).toBe(0);
    expect(columns.map(({ open }) => open)).toEqual([false, false, true]);
  });

  it('leave out a part that no period has, so that no key names it', () => {
    const alone = rows.slice(1);
    expect([...new Set(partsOf(alone, 'net').map(({ part }) => part))]).toEqual([
      'net_returning',
      'net_unknown',
    ]);
    expect(new Set(partsOf(rows, 'net').map(({ part }) => part)).size).toBe(3);
  });

  it('are the last 120 periods of a longer list', () => {
    const days = Array.from({ length: 500 }, (_, at) => month(String(at)));
    expect(pictured(days)).toHaveLength(120);
    expect(pictured(days).at(-1)).toBe(days.at(-1));
    expect(pictured(rows)).toEqual(rows);
  });

  it('have the line of the year before where it is known, for net and orders', () => {
    expect(yearBefore(rows, 'net')).toEqual([
      { period: '2024-01-01', value: 40 },
      { period: '2024-03-01', value: 80 },
    ]);
    expect(yearBefore(rows, 'orders').map(({ value }) => value)).toEqual([4, 1]);
    expect(yearBefore(rows, 'aov')).toEqual([]);
  });
});

it('only what the file holds can be shown', () => {
  expect(measuresOf(rows)).toEqual(['net', 'orders', 'customers', 'aov']);
  expect(measuresOf(rows.slice(1))).toEqual(['net', 'orders', 'aov']);
  expect(measuresOf([month('2024-01-01', { margin: 4 })])).toContain('margin');
  expect(measuresOf([month('2024-01-01', { net: null, aov: null })])).toEqual(['orders']);
});

describe('the sentence', () => {
  it('is about the last period that is over', () => {
    expect(headline(rows)!.row.period).toBe('2024-02-01');
    expect(headline(rows.slice(2))).toBeNull();
  });

  it('has the share of returning customers and the change against the year before, where they are known', () => {
    expect(headline(rows.slice(0, 1))).toMatchObject({
      measure: 'net',
      value: 50,
      returning: 0.4,
      change: 0.25,
    });
    expect(headline([month('2024-01-01')])).toMatchObject({ returning: null, change: null });
    expect(headline([month('2024-01-01', { net_year_before: 0 })])!.change).toBeNull();
    expect(headline([month('2024-01-01', { net: -5, customers: 1 })])!.returning).toBeNull();
  });

  it('is about orders where the file has no amounts', () => {
    const row = { ...known, net: null, orders_year_before: 10 };
    expect(headline([month('2024-01-01', row)])).toMatchObject({
      ...{ measure: 'orders', value: 5, returning: 0.6, change: -0.5 },
    });
  });

  it('reads as one sentence with and without each of its parts', () => {
    const found = {
      value: '€50',
      grain: 'month',
      period: 'January 2024',
      returning: null,
      change: null,
    } as const;
    const change = { by: '25%', is: 'more' } as const;
    expect(messages.finding(found)).toBe('Net was €50 in January 2024');
    expect(messages.finding({ ...found, returning: '40%' })).toBe(
      'Net was €50 in January 2024, of which 40% came from returning customers',
    );
    expect(messages.finding({ ...found, change, returning: '40%' })).toBe(
      'Net was €50 in January 2024, 25% more than a year before, and 40% of it came from returning customers',
    );
    const week = { ...found, grain: 'week', period: 'week of 1 Jan 2024' } as const;
    expect(messages.finding({ ...week, change: { by: '0%', is: 'same' } })).toBe(
      'Net was €50 in the week of 1 Jan 2024, the same as 52 weeks before',
    );
    const orders = {
      ...found,
      grain: 'day',
      period: '1 Jan 2024',
      change: { by: '50%', is: 'less' },
    } as const;
    expect(messages.findingOrders({ ...orders, value: '5 orders', returning: '60%' })).toBe(
      'The shop had 5 orders on 1 Jan 2024, 50% fewer than 52 weeks before, and 60% of them came from returning customers',
    );
  });
});

it('the table has the last period first, and no change for a period that is not over', () => {
  const table = tableOf(rows);
  expect(table.rows.map(({ period }) => period)).toEqual(['2024-03-01', '2024-02-01', '2024-01-01']);
  expect(table.rows.map(({ change }) => change)).toEqual([null, null, 0.25]);
  const names = table.columns.map(({ name }) => name);
  expect(names).toContain('is_complete');
  expect(names).not.toContain('margin');
  expect(tableOf(rows.slice(0, 1)).columns.map(({ name }) => name)).not.toContain('is_complete');
});
