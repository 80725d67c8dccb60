import { expect, it } from 'vitest';
import { openShop } from '../helpers/warehouse';

const DAY = 86_400_000;
const dayAt = (at: number) => new Date(Date.UTC(2019, 10, 3) + at * DAY).toISOString().slice(0, 10);
/** New customers every day from 3 November 2019, but on those that are shut, each back after 13 days: W is 60 days, to 1 January 2020. */
const fileOf = (shut: readonly string[]) =>
  'Order ID,Order date,Customer ID,Amount\n' +
  Array.from({ length: 800 }, (_, at) => at)
    .flatMap((at) => [
      [dayAt(at), `K${at}`],
      [dayAt(at + 13), `K${at}`],
    ])
    .filter(([day = '']) => !shut.includes(day))
    .map(([day, customer], at) => `${at + 1},${day},${customer},10.00\n`)
    .join('');

const cutOf = async (text: string) => {
  const shop = await openShop('native', text);
  const grid = (await shop.analyse('cohort-retention', { grain: 'year' })).rows;
  const growth = (await shop.analyse('growth', { grain: 'year' })).rows;
  const years = (rows: typeof grid, key: string) => [
    ...new Set(rows.filter((row) => row.is_left_cut === true).map((row) => String(row[key]).slice(0, 4))),
  ];
  return { cohorts: years(grid, 'cohort'), growth: years(growth, 'period'), facts: shop.report.left_cut };
};

it('a year is cut only if somebody who may be an old customer was first seen in it', async () => {
  expect(await cutOf(fileOf([]))).toEqual({
    ...{ cohorts: ['2019', '2020'], growth: ['2019', '2020'] },
    facts: { until: '2020-01-02', customers: 60, days: 60 },
  });
  // Shut on New Year's Day, the last of the 60: all who may be old were first seen the year before.
  expect(await cutOf(fileOf(['2020-01-01']))).toMatchObject({
    ...{ cohorts: ['2019'], growth: ['2019'] },
    facts: { until: '2020-01-01', customers: 59 },
  });
});
