import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../src/domain/table';
import { GROUPS, STANDARD_SQUARES } from '../../src/analyses/rfm/groups';
import { newcombe } from '../../src/models/intervals';
import { wilson } from '../../src/models/wilson';
import { sampleShop } from '../../src/sample/shop';
import { countOf } from '../helpers/counts';
import { churnBetween, customersOf, lastYearNet } from '../helpers/oracle-churn';
import { curveAt, judgedLine, purchaseDays, waitsOf } from '../helpers/oracle-lapse';
import { amountOf, dayNumber, dayText, micro, readShop, totalsOf } from '../helpers/oracle-orders';
import { periodStart, type Grain } from '../helpers/oracle-periods';
import { csvOf, shuffled, type ShopRow } from '../helpers/shop-rows';
import { shops } from '../helpers/shops';
import { openShop, type OpenShop } from '../helpers/warehouse';

/** The silent, the lost and the groups on whatever a shop may be, and against a naive count. */
const runs = { numRuns: countOf({ short: 5, whole: 12 }), seed: 19_980_630, endOnFailure: true };
const limit = 180_000;
/** In a tiny file discounts that are all below 1 can be read as shares of the price; that is another test's matter. */
async function open(rows: ShopRow[]): Promise<OpenShop> {
  const shop = await openShop('native', csvOf(rows), { history: 'complete', currency: 'EUR' });
  fc.pre(shop.report.identified.sales === amountOf(totalsOf(readShop(rows)).identified.sales));
  return shop;
}
const rules = fc.oneof(
  fc.integer({ min: 1, max: 120 }).map((days) => ({ rule: 'days', days })),
  fc.constantFrom({ rule: 'percentile' }, { rule: 'lapse' }),
);
const grains = fc.constantFrom<Grain>('week', 'month', 'quarter', 'year');
const scorings = fc.constantFrom('cume_dist', 'cut', 'ntile');
const sum = (rows: Row[], name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);

describe('whatever the shop', () => {
  it(
    'every customer stands on one step of the ladder, and the silent days, the day of crossing and the worth are those of a naive count',
    () =>
      fc.assert(
        fc.asyncProperty(shops, rules, fc.integer({ min: 0, max: 300 }), async ({ rows }, rule, back) => {
          const shop = await open(rows);
          const counted = readShop(rows);
          // Refunds without an order have a day of their own, which this count leaves out.
          const bare = { ...counted, loose: [] };
          const asOf = dayNumber(shop.report.as_of!) - back;
          const people = customersOf(bare, asOf);
          const asked = { ...rule, as_of: dayText(asOf) };
          const { rows: found } = await shop.analyse('churned', asked);
          expect(found.map(({ customer }) => customer).sort()).toEqual(
            people.map(({ customer }) => customer).sort(),
          );
          for (const row of found) {
            const one = people.find(({ customer }) => customer === row.customer)!;
            const line = row.lapse_days === null ? Infinity : Number(row.lapse_days);
            expect([row.last_on, row.days_silent]).toEqual([dayText(one.last), one.silent]);
            expect(row.crossed_on).toBe(one.silent > line ? dayText(one.last + line + 1) : null);
            const loose = counted.loose.some(({ customer }) => customer === one.customer);
            if (!loose)
              expect(Math.abs(Number(row.net_12_months) - amountOf(lastYearNet(one)))).toBeLessThan(1e-6);
            const isOnce = new Set(one.orders.map(({ day }) => day)).size === 1;
            const status =
              line === Infinity
                ? null
                : one.silent > 2 * line
                  ? 'lost'
                  : one.silent > line
                    ? 'lapsed'
                    : isOnce
                      ? 'not_yet_back'
                      : one.silent > Number(row.at_risk_days)
                        ? 'at_risk'
                        : 'active';
            expect(row.status).toBe(status);
          }
        }),
        runs,
      ),
    limit,
  );

  it(
    'active, lost and back of each period are those of asking every customer every day; what was lost and did not come back is what the list says',
    () =>
      fc.assert(
        fc.asyncProperty(shops, grains, fc.integer({ min: 1, max: 120 }), async ({ rows }, grain, days) => {
          const shop = await open(rows);
          const asOf = dayNumber(shop.report.as_of!);
          const people = customersOf(readShop(rows), asOf);
          const asked = { rule: 'days', days };
          const { rows: periods } = await shop.analyse('churn-rate', { ...asked, grain });
          for (const row of periods) {
            const from = dayNumber(String(row.period));
            const to = Math.min(periodStart(from, grain, 1) - 1, asOf);
            const naive = churnBetween(people, from, to, days);
            const { active_at_start, lost, reactivated } = row;
            expect({ active_at_start, lost, reactivated }, String(row.period)).toEqual(naive);
            expect(row.rate).toBe(active_at_start ? Number(lost) / Number(active_at_start) : null);
          }
          // A day holds one crossing of a customer at most, so that days add up without any special case.
          const { rows: daily } = await shop.analyse('churn-rate', { ...asked, grain: 'day' });
          const { rows: list } = await shop.analyse('churned', asked);
          const away = list.filter(({ crossed_on }) => crossed_on !== null);
          expect(sum(daily, 'lost') - sum(daily, 'reactivated')).toBe(away.length);
        }),
        runs,
      ),
    limit,
  );

  it(
    'the groups part the customers, scores rise with the values, and the map decides the group alone',
    () =>
      fc.assert(
        fc.asyncProperty(
          shops,
          scorings,
          fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 25, maxLength: 25 }),
          async ({ rows }, scoring, letters) => {
            const shop = await open(rows);
            const asked = { scoring, window_months: null, refunds: 'none' };
            const { rows: usual } = await shop.analyse('rfm', asked);
            expect(usual.length).toBe(shop.report.identified.customers);
            expect(Math.abs(sum(usual, 'monetary') - shop.report.identified.sales!)).toBeLessThan(1e-6);
            const squares = letters.map((letter) => String.fromCharCode(65 + letter)).join('');
            const { rows: own } = await shop.analyse('rfm', { ...asked, squares });
            own.forEach((row, at) => {
              const square = 5 * (Number(row.r) - 1) + Number(row.f) - 1;
              expect(row.group).toBe(GROUPS[letters[square]!]);
              expect(usual[at]!.group).toBe(GROUPS[STANDARD_SQUARES.charCodeAt(square) - 65]);
              expect([row.r, row.f, row.m]).toEqual([usual[at]!.r, usual[at]!.f, usual[at]!.m]);
            });
            for (const one of own)
              for (const other of own) {
                if (Number(one.recency_days) < Number(other.recency_days))
                  expect(Number(one.r)).toBeGreaterThanOrEqual(Number(other.r));
                if (Number(one.frequency) < Number(other.frequency))
                  expect(Number(one.f)).toBeLessThanOrEqual(Number(other.f));
                const isTied = scoring !== 'ntile' && one.recency_days === other.recency_days;
                if (isTied) expect(one.r).toBe(other.r);
              }
            // Seen from the same day by the same cuts, nobody has moved.
            const same = { ...asked, compared_on: shop.report.as_of! };
            if (scoring !== 'ntile')
              for (const row of (await shop.analyse('rfm', same)).rows)
                expect(row.group_before).toBe(row.group);
          },
        ),
        runs,
      ),
    limit,
  );

  it(
    'the order of the rows changes nothing, and money ten times as much is ten times as much and moves nobody',
    () =>
      fc.assert(
        fc.asyncProperty(shops, fc.array(fc.nat(), { maxLength: 40 }), async ({ rows }, mix) => {
          const asked = [
            ['rfm', { window_months: null }],
            ['churned', { rule: 'days', days: 30 }],
            ['overdue', { gaps: 1 }],
            ['churn-segments', { rule: 'days', days: 30 }],
            ['cost-of-churn', { rule: 'days', days: 30, fewest: 1 }],
          ] as const;
          const answers = async (from: ShopRow[]) => {
            const shop = await open(from);
            const all = [];
            for (const [id, params] of asked) all.push((await shop.analyse(id, params)).rows);
            return all;
          };
          const first = await answers(rows);
          // Which of two rows of one order stands first in the file decides the product that is named.
          const unnamed = (all: Row[][]) =>
            all.map((one) => one.map((row) => ({ ...row, last_product: null })));
          expect(unnamed(await answers(shuffled(rows, mix)))).toEqual(unnamed(first));
          const times = (text: string) => String(amountOf(micro(text) * 10n));
          const dearer = rows.map((row) => ({
            ...row,
            unitPrice: times(row.unitPrice),
            discount: times(row.discount),
          }));
          const scaled = await answers(dearer);
          const MONEY = [
            'monetary',
            'm_up_to',
            'net_12_months',
            'lost_net',
            'gain',
            'net_as_is',
            'net_first_month',
          ];
          first.forEach((table, at) =>
            table.forEach((row, index) => {
              for (const name of ['group', 'm', 'status', 'crossed_on', 'lost', 'lost_customers', 'overdue'])
                expect(scaled[at]![index]![name]).toEqual(row[name]);
              for (const name of MONEY)
                if (typeof row[name] === 'number')
                  expect(Number(scaled[at]![index]![name])).toBeCloseTo(10 * Number(row[name]), 6);
            }),
          );
        }),
        { ...runs, numRuns: countOf({ short: 4, whole: 8 }) },
      ),
    limit,
  );
});

describe('the sample shop', () => {
  let shop: OpenShop;
  beforeAll(async () => {
    const text = [...sampleShop({ lines: 20_000 }).chunks()].join('');
    shop = await openShop('native', text, { history: 'complete' });
  });

  it('the return curve is that of a naive count on every tenth day, each customer weighing one, and the points are where it stays under half and a fifth', async () => {
    const { people, asOf, startsOn } = await purchaseDays(shop);
    const { rows: curve, provenance } = await shop.analyse('lapse');
    const first = curve[0]!;
    expect([first.found_by, first.horizon_days]).toEqual(['curve', 365]);
    for (const row of curve.filter((_, at) => at % 10 === 0)) {
      const naive = curveAt(people, asOf, Number(row.days_silent), 365);
      const { customers, spells, returned } = row;
      expect({ customers, spells, returned, value: row.return_rate }).toEqual({
        ...naive,
        value: expect.closeTo(naive.value!, 12) as number,
      });
      const { low, high } = wilson(naive.value! * naive.customers, naive.customers);
      expect(Number(row.low)).toBeCloseTo(low, 9);
      expect(Number(row.high)).toBeCloseTo(high, 9);
    }
    const { line, check } = judgedLine(people, asOf, startsOn);
    expect([first.at_risk_days, first.lapse_days]).toEqual([line.at_risk_days, line.lapse_days]);
    expect(provenance.lapse!.check).toEqual({ ...check, on: dayText(check.on) });
    expect(check.called_gone).toBeGreaterThan(500);
    expect(check.came_back / check.called_gone).toBeLessThan(0.1);
    expect(curve.filter((row) => row.is_lapsed === true).length).toBe(curve.length - line.lapse_days! - 1);
    const { p40, p80 } = waitsOf(people, asOf);
    expect([first.p40_days, first.p80_days]).toEqual([p40, p80]);
  });

  it('differences between lost and kept have Newcombe’s interval, and the product that was made to lose customers stands out', async () => {
    const { rows: segments } = await shop.analyse('churn-segments');
    for (const row of segments) {
      const [lost, kept] = [Number(row.lost), Number(row.customers) - Number(row.lost)];
      const found = newcombe([lost, Number(row.all_lost)], [kept, Number(row.all_kept)]);
      expect(Number(row.difference)).toBeCloseTo(found.difference, 9);
      expect(Number(row.difference_low)).toBeCloseTo(found.low, 9);
      expect(Number(row.difference_high)).toBeCloseTo(found.high, 9);
      expect(Number(row.low)).toBeCloseTo(wilson(lost, Number(row.customers)).low, 9);
    }
    const worse = segments.filter((row) => row.attribute === 'product' && Number(row.difference) > 0);
    expect(worse.filter((row) => row.is_beyond_chance).map(({ value }) => value)).toEqual(['Starter set']);
  });

  it('who is lost in the last 12 months costs what the list says they brought', async () => {
    const { rows: list } = await shop.analyse('churned');
    const since = dayText(dayNumber(shop.report.as_of!) - 366);
    const lost = list.filter(({ crossed_on }) => crossed_on !== null && String(crossed_on) > since);
    const [cost] = (await shop.analyse('cost-of-churn')).rows;
    expect(shop.report.as_of).toBe('2024-12-31');
    expect(cost?.lost_customers).toBe(lost.length);
    expect(Number(cost?.lost_net)).toBeCloseTo(sum(lost, 'net_12_months'), 4);
  });
});
