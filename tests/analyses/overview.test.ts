import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf, MOST } from '../../src/analyses/overview/findings';
import type { Row } from '../../src/domain/table';
import { countOf } from '../helpers/counts';
import { dataFile, describeWithData } from '../helpers/data';
import { expectedOf, near, variantOf } from '../helpers/expected';
import type { PublishedFigures } from '../helpers/expected-figures';
import { csvOf } from '../helpers/shop-rows';
import { shops } from '../helpers/shops';
import { shopOfTwelve } from '../helpers/twelve';
import { openShop } from '../helpers/warehouse';

const open = (csv: string) => openShop('native', csv, { history: 'complete' });
const num = (row: Row | undefined, name: string) => Number(row?.[name]);
const close = (one: number, other: number) => expect(Math.abs(one - other)).toBeLessThan(1e-6);
const windows = fc.constantFrom({ months: 12 }, { months: 1 }, { days: 45 }, { months: 1200 });
const refundViews = fc.constantFrom('original_order', 'refund_date', 'none');

describe('whatever the shop, at a glance', () => {
  it('new, returning and nobody make up the net in both views, and customers of two windows stay, come back or are missing', () =>
    fc.assert(
      fc.asyncProperty(shops, windows, refundViews, async ({ rows }, window, refunds) => {
        const shop = await open(csvOf(rows));
        const answer = await shop.analyse('overview', { window, refunds });
        const [now, before] = answer.rows;
        for (const row of answer.rows) {
          const all = num(row, 'net') - num(row, 'net_anonymous');
          close(num(row, 'net_first') + num(row, 'net_later'), all);
          close(num(row, 'net_new') + num(row, 'net_returning'), all);
          const known = num(row, 'orders') - num(row, 'orders_anonymous');
          expect(num(row, 'orders_of_new') + num(row, 'orders_of_returning')).toBe(known);
          expect(num(row, 'new_customers') + num(row, 'retained') + num(row, 'reactivated')).toBe(
            row.customers,
          );
        }
        expect(num(now, 'retained') + num(now, 'lost')).toBe(before?.customers);
        const asked = { window, matured: false };
        const [repeat] = (await shop.analyse('repeat-rate', asked)).rows;
        expect([now?.customers, now?.repeaters]).toEqual([repeat?.eligible, repeat?.repeaters]);
      }),
      { numRuns: countOf({ short: 10, whole: 25 }), seed: 20_241_122 },
    ));

  it('the matured rate is the one of its own page, and the best 20 % bring what theirs says', () =>
    fc.assert(
      fc.asyncProperty(shops, async ({ rows }) => {
        const shop = await open(csvOf(rows));
        const [now] = (await shop.analyse('overview')).rows;
        const [matured] = (await shop.analyse('repeat-rate', { window: { days: 365 } })).rows;
        expect([now?.matured, now?.matured_repeaters]).toEqual([matured?.eligible, matured?.repeaters]);
        const [top] = (await shop.analyse('concentration', { window_months: 12 })).rows;
        expect(now?.customers).toBe(top?.customers);
        if (top?.top_share === null) expect(now?.top_share).toBeNull();
        else close(num(now, 'top_share'), num(top, 'top_share'));
      }),
      { numRuns: countOf({ short: 6, whole: 15 }), seed: 7 },
    ));
});

describeWithData('published totals, in a window that holds everything', () => {
  it('orders, revenue and customers with two or more orders of AdventureWorks', async () => {
    const path = dataFile('real', 'adventureworks/sales.csv');
    const shop = await openShop('native', { path }, { history: 'complete' });
    const published = variantOf(expectedOf('adventureworks'), 'ex_tax') as unknown as PublishedFigures;
    const asked = { window: { months: 1200 }, refunds: 'none' };
    const [now] = (await shop.analyse('overview', asked)).rows;
    expect([now?.customers, now?.repeaters]).toEqual([
      published.customers,
      published.customers_with_2_or_more_orders,
    ]);
    near(num(now, 'net') - num(now, 'net_anonymous'), published.revenue_orders, 'revenue');
  });
});

describe('on an earlier day', () => {
  it('the windows end on that day, and so does whose money it is', async () => {
    const shop = await shopOfTwelve('native');
    const as_of = '2024-04-30';
    const { rows } = await shop.analyse('overview', { as_of, window: { months: 3 }, refunds: 'none' });
    // From 31 January: orders 1005 to 1018 without the two that are not valid, of K04, K02, ada, K05, K06, K03, K01, K08, K07.
    expect(rows[0]).toMatchObject({
      from_on: '2024-01-31',
      to_on: as_of,
      orders: 12,
      customers: 9,
      net: 305,
    });
    expect(rows[1]).toMatchObject({ to_on: '2024-01-30', orders: 3, customers: 2, net: 67 });
    const [shares] = (await shop.analyse('concentration', { as_of, refunds: 'none' })).rows;
    // K01 92, K02 70, K04 45, K08 40: two of nine.
    expect(shares).toMatchObject({ customers: 9, top_n: 2, top_net: 162, net: 347 });
  });
});

describe('what stands out', () => {
  const now: Row = {
    ...{ is_covered: true, net: 1200, orders: 100, orders_anonymous: 0, customers: 50, aov_known: 12 },
    ...{ orders_per_customer: 2, lost: 20, retained: 30, year_over: 70, year_repeaters: 56, top_share: 0.6 },
    ...{ best_share: 0.05, net_new: 300, net_returning: 900, new_customers: 20, quiet_days: 3, usual_gap: 2 },
  };
  const before: Row = {
    ...now,
    customers: 50,
    orders: 80,
    orders_per_customer: 1.6,
    net: 960,
    year_over: 80,
    year_repeaters: 48,
  };
  const rules = (...of: [Row, Row | null]) => findingsOf(...of).map(({ rule }) => rule);

  it('is at most five sentences, what could spoil the figures first', () => {
    expect(rules(now, before)).toEqual(['driver', 'gone', 'second_order', 'new_share', 'best']);
    const odd = { ...now, is_covered: false, orders_anonymous: 31, quiet_days: 9, best_share: 0.11 };
    expect(rules(odd, before)).toEqual(['short', 'nobody', 'quiet', 'one_customer', 'driver']);
    expect(findingsOf(odd, before).length).toBe(MOST);
    expect(rules(now, null)).toEqual(['second_order', 'new_share', 'best']);
  });

  it('names the part of net that changed most, and calls a change of the rate a rise only beyond chance', () => {
    const [driver, , second] = findingsOf(now, before);
    expect(driver).toMatchObject({ driver: { measure: 'orders_per_customer' } });
    expect(second).toMatchObject({ trend: 'up' });
    expect(findingsOf({ ...now, year_repeaters: 43 }, before)[2]).toMatchObject({ trend: 'unclear' });
    expect(findingsOf({ ...now, year_repeaters: 20 }, before)[2]).toMatchObject({ trend: 'down' });
  });
});
