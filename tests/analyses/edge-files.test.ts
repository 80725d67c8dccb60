import { expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { dataFile, describeWithData } from '../helpers/data';
import { openShop } from '../helpers/warehouse';

type Window = { months: number } | { days: number };

const open = (name: string, choices: Choices = {}) =>
  openShop('native', { path: dataFile('edge', name) }, { history: 'complete', ...choices });

/** Every figure here was worked out by hand from the few rows of its file. */
describeWithData('small files that are easy to count wrong', () => {
  it('leap day: a year after 29 February ends on 28 February, six months after 31 August on 29 February', async () => {
    // Second orders: a after 365 days, on 28 February; b after 366; c, from 28 February to 29 February, after 366; d, from 31 August to
    // 29 February, after 182; z years later. As of 2026-03-31.
    const shop = await open('e3_leap.csv');
    expect(shop.report).toMatchObject({
      as_of: '2026-03-31',
      identified: { customers: 5, orders: 10, net: 90 },
    });
    const back = async (window: Window) => (await shop.analyse('repeat-rate', { window })).rows[0];
    expect(await back({ months: 12 })).toMatchObject({ eligible: 5, repeaters: 2 });
    expect(await back({ months: 6 })).toMatchObject({ eligible: 5, repeaters: 1 });
    expect(await back({ days: 181 })).toMatchObject({ eligible: 5, repeaters: 0 });
    expect(await back({ days: 182 })).toMatchObject({ eligible: 5, repeaters: 1 });
    expect(await back({ days: 365 })).toMatchObject({ eligible: 5, repeaters: 2 });
    expect(await back({ days: 366 })).toMatchObject({ eligible: 5, repeaters: 4 });
    // By the calendar a is back in month 12 and b in month 13; on the rolling clock both in the second year.
    const months = (await shop.analyse('cohort-retention', { grain: 'month' })).rows;
    const february = months.filter(
      ({ cohort, customers }) => cohort === '2024-02-01' && Number(customers) > 0,
    );
    expect(february.map(({ age, customers }) => [age, customers])).toEqual([
      [0, 2],
      [12, 1],
      [13, 1],
    ]);
    const years = (await shop.analyse('cohort-retention', { grain: 'year', clock: 'rolling' })).rows;
    expect(
      years.filter(({ cohort }) => cohort === '2024-01-01').map(({ age, customers }) => [age, customers]),
    ).toEqual([
      [0, 2],
      [1, 2],
      [2, 0],
    ]);
  });

  it('two currencies are never added: one of them alone, or at rates', async () => {
    const euros = await open('e4_currencies.csv', { currency: 'EUR' });
    expect(euros.report).toMatchObject({
      ...{ currency: 'EUR', all: { orders: 3, sales: 90 }, set_aside: [{ rule: 'other_currency', rows: 2 }] },
      currencies: [
        { currency: 'EUR', rows: 3 },
        { currency: 'USD', rows: 2 },
      ],
    });
    const dollars = await open('e4_currencies.csv', { currency: 'USD' });
    expect(dollars.report).toMatchObject({ currency: 'USD', all: { orders: 2, sales: 60 } });
    const rated = await open('e4_currencies.csv', { currency: 'EUR', rates: { EUR: 1, USD: 0.5 } });
    expect(rated.report).toMatchObject({ all: { orders: 5, sales: 120 }, set_aside: [] });
  });

  it('times with offsets are the clock of the shop, on both sides of a change, of a month and of a year', async () => {
    const shop = await open('e5_zones.csv');
    const times = await shop.rows<{ at: string }>(
      'select ordered_at::varchar as at from orders order by order_id',
    );
    expect(times.map(({ at }) => at)).toEqual([
      '2025-03-30 01:59:59',
      '2025-03-30 03:00:00',
      '2025-10-26 02:30:00',
      '2025-10-26 02:30:00',
      '2025-12-31 23:59:59',
      '2026-01-01 00:00:00',
      '2025-06-30 23:30:00',
      '2025-07-01 00:30:00',
    ]);
    // Two of five are back on the day itself, c alone on another.
    const [all] = (await shop.analyse('repeat-rate', { window: { months: 12 }, matured: false })).rows;
    expect(all).toMatchObject({ eligible: 5, rate: 0.6, rate_by_orders: 0.6, rate_by_days: 0.2 });
    const sales = (await shop.analyse('growth', { grain: 'month' })).rows;
    const net = (period: string) => sales.filter((row) => row.period === period).map((row) => row.net_new);
    expect([net('2025-06-01'), net('2025-07-01')]).toEqual([[10], [7]]);
  });

  it('weeks run from Monday to Sunday over New Year', async () => {
    // a: Sunday 27 and Monday 28 December; b: Sunday 3 and Monday 4 January; c: Thursday 31, Sunday 10 and Monday 11.
    const shop = await open('e6_week53.csv');
    const cells = (await shop.analyse('cohort-retention', { grain: 'week' })).rows;
    expect(
      cells.map(({ cohort, age, customers, is_complete }) => [cohort, age, customers, is_complete]),
    ).toEqual([
      ['2020-12-21', 0, 1, true],
      ['2020-12-21', 1, 1, true],
      ['2020-12-21', 2, 0, true],
      ['2020-12-21', 3, 0, false],
      ['2020-12-28', 0, 2, true],
      ['2020-12-28', 1, 2, true],
      ['2020-12-28', 2, 1, false],
    ]);
  });

  it('a shop of one day: all came back by orders, nobody by days, and both are said', async () => {
    const ask = { window: { months: 12 }, matured: false };
    const of = async (choices: Choices) => {
      const shop = await open('e7_oneday.csv', choices);
      const [repeat] = (await shop.analyse('repeat-rate', ask)).rows;
      const [gaps] = (await shop.analyse('order-gaps')).rows;
      const then = (await shop.analyse('cohort-retention', { grain: 'day', mode: 'by_then' })).rows;
      const { rows: scores } = await shop.analyse('rfm', { window_months: null });
      return {
        ...{ rate: repeat?.rate, orders: repeat?.rate_by_orders, days: repeat?.rate_by_days },
        ...{ returned: gaps?.returned, by_then: then.map(({ customers }) => customers) },
        frequency: scores.map(({ frequency }) => Number(frequency)).sort(),
        said: shop.report.facts.filter(({ id }) => id === 'occasions').map(({ values }) => values),
      };
    };
    const said = { by_orders: 1, by_days: 0 };
    const both = { orders: 1, days: 0 };
    expect(await of({})).toEqual({
      ...{
        ...both,
        rate: 1,
        returned: 0,
        by_then: [3],
        frequency: [2, 2, 3],
        said: [{ ...said, occasion: 'usual' }],
      },
    });
    expect(await of({ occasion: 'order' })).toEqual({
      ...{
        ...both,
        rate: 1,
        returned: 4,
        by_then: [3],
        frequency: [2, 2, 3],
        said: [{ ...said, occasion: 'order' }],
      },
    });
    expect(await of({ occasion: 'day' })).toEqual({
      ...{
        ...both,
        rate: 0,
        returned: 0,
        by_then: [0],
        frequency: [1, 1, 1],
        said: [{ ...said, occasion: 'day' }],
      },
    });
  });

  it('a window of 90 days holds day 90, and a quarter ends on the last of March', async () => {
    // Second orders: a on 31 March, day 90; b on 1 April, day 91; c on 2 April, day 92. First ones alone: e on 1 and d on 2 April, z on 1 July,
    // the last day.
    const shop = await open('e8_boundary.csv');
    const back = async (window: Window) => (await shop.analyse('repeat-rate', { window })).rows[0];
    expect(await back({ days: 89 })).toMatchObject({ eligible: 5, repeaters: 0 });
    expect(await back({ days: 90 })).toMatchObject({ eligible: 5, repeaters: 1 });
    expect(await back({ days: 91 })).toMatchObject({ eligible: 4, repeaters: 2 });
    expect(await back({ days: 92 })).toMatchObject({ eligible: 3, repeaters: 3 });
    const cells = async (clock: string) =>
      (await shop.analyse('cohort-retention', { grain: 'quarter', clock })).rows.map((row) => [
        ...[row.cohort, row.age, row.customers, row.is_complete],
      ]);
    expect(await cells('calendar')).toEqual([
      ['2024-01-01', 0, 3, true],
      ['2024-01-01', 1, 2, true],
      ['2024-01-01', 2, 0, false],
      ['2024-04-01', 0, 2, true],
      ['2024-04-01', 1, 0, false],
      ['2024-07-01', 0, 1, false],
    ]);
    // A rolling quarter is 91 days, 0 to 90: b's and c's returns are in the second.
    expect(await cells('rolling')).toEqual([
      ['2024-01-01', 0, 3, true],
      ['2024-01-01', 1, 2, false],
      ['2024-01-01', 2, 0, false],
      ['2024-04-01', 0, 2, false],
      ['2024-04-01', 1, 0, false],
      ['2024-07-01', 0, 1, false],
    ]);
  });
});
