import { expect, it } from 'vitest';
import { churnCost } from '../../src/models/churn-cost';
import { openShop } from '../helpers/warehouse';

/**
 * The three worked examples of articles for shop owners, as shops: what a regular brings a year, what one brings over ten years,
 * and what the lost customers of a year cost. Every figure is the article's.
 */
const HEADER = 'Order ID,Order date,Customer,Amount,Currency';
const dayAfter = (start: string, days: number) =>
  new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10);

interface Bought {
  day: string;
  customer: string;
  amount: number;
}
const fileOf = (bought: Bought[], currency: string) =>
  [HEADER, ...bought.map(({ day, customer, amount }, at) => [at + 1, day, customer, amount, currency].join())]
    .join('\n')
    .concat('\n');

it('200,000 VND twice a month are 4,800,000 a year', async () => {
  const twice = Array.from({ length: 24 }, (_, at) => ({
    day: `2024-${String(Math.floor(at / 2) + 1).padStart(2, '0')}-${at % 2 ? '20' : '05'}`,
    ...{ customer: 'K1', amount: 200_000 },
  }));
  const shop = await openShop('native', fileOf(twice, 'VND'), { history: 'complete' });
  expect(shop.report).toMatchObject({ currency: 'VND', identified: { orders: 24, net: 4_800_000 } });
  const [row] = (await shop.analyse('churned', { rule: 'days', days: 90 })).rows;
  expect(row).toMatchObject({ customer: 'K1', orders: 24, net_12_months: 4_800_000 });
});

it('100 a week for 50 weeks a year are 50,000 in ten years, and 5,000 at a margin of 10 %', async () => {
  // Two of them: one name alone on all orders of a file is taken for the till's own.
  const weekly = Array.from({ length: 1000 }, (_, at) => ({
    day: dayAfter(`${2014 + Math.floor(at / 100)}-01-06`, 7 * (Math.floor(at / 2) % 50)),
    ...{ customer: `K${at % 2}`, amount: 100 },
  }));
  const shop = await openShop('native', fileOf(weekly, 'USD'), { history: 'complete' });
  const { rows } = await shop.analyse('rfm', { window_months: null });
  for (const row of rows) expect(row).toMatchObject({ frequency: 500, monetary: 50_000 });
  expect(rows.map(({ customer }) => customer).sort()).toEqual(['K0', 'K1']);
  const value = Number(rows[0]?.monetary);
  expect(churnCost(1, 1, value, 0.1)).toEqual({ lost: 1, net: 50_000, margin: 5000 });
});

it('5,000 customers of 8,000 a year, of whom 5 % are lost, are 2,000,000 lost, and 200,000 at a margin of 10 %', async () => {
  const isLost = (customer: number) => customer % 20 === 0;
  const bought = Array.from({ length: 5000 }, (_, at) => at).flatMap((at) => {
    const last = isLost(at) ? '2024-05-01' : '2024-12-31';
    return ['2024-03-01', last].map((day) => ({ day, customer: `K${at}`, amount: 4000 }));
  });
  const shop = await openShop('native', fileOf(bought, 'EUR'), { history: 'complete' });
  const asked = { rule: 'days', days: 90, margin: 0.1 };
  const [cost] = (await shop.analyse('cost-of-churn', asked)).rows;
  expect(cost).toMatchObject({ lost_customers: 250, lost_net: 2_000_000, lost_margin: 200_000 });
});
