import { beforeAll, describe, expect, it } from 'vitest';
import type { ClvReport } from '../../src/analyses/clv/report';
import { stakeOf, within } from '../../src/analyses/next-hour/shape';
import type { ResultTable, Row } from '../../src/domain/table';
import { sampleShop } from '../../src/sample/shop';
import { openShop, type OpenShop } from '../helpers/warehouse';

const HORIZON = 365;
const sum = (rows: readonly Row[], name: string) => rows.reduce((all, row) => all + Number(row[name]), 0);

describe('value to come, by start', () => {
  let shop: OpenShop;
  let each: ResultTable;
  let report: ClvReport;
  beforeAll(async () => {
    const text = [...sampleShop({ lines: 20_000 }).chunks()].join('');
    shop = await openShop('native', text, { history: 'complete' });
    each = await shop.analyse('clv');
    report = each.provenance.fit as ClvReport;
  });

  it('the periods add up to all customers, and to what is said of all of them', async () => {
    for (const grain of ['month', 'quarter', 'year']) {
      const { rows } = await shop.analyse('clv-by', { grain });
      expect(sum(rows, 'customers')).toBe(each.rows.length);
      const total = report.totals.find(({ days }) => days === HORIZON)!;
      expect(sum(rows, 'expected_value') / total.value).toBeCloseTo(1, 6);
      expect(sum(rows, 'share')).toBeCloseTo(1, 9);
      expect(rows.map(({ cohort }) => String(cohort))).toEqual(
        rows.map(({ cohort }) => String(cohort)).sort(),
      );
    }
  });

  it('a group is the sum of its customers, counted here one by one', async () => {
    const { rows } = await shop.analyse('clv-by', { grain: 'year' });
    for (const row of rows) {
      const own = each.rows.filter(
        ({ first_on }) => String(first_on).slice(0, 4) === String(row.cohort).slice(0, 4),
      );
      expect(row.customers).toBe(own.length);
      expect(Number(row.expected_value)).toBeCloseTo(sum(own, 'expected_value'), 4);
      expect(Number(row.p_alive)).toBeCloseTo(sum(own, 'p_alive') / own.length, 9);
    }
  });

  it('the bands of single customers’ chance and of what moves all make that of the total', () => {
    const total = report.totals.find(({ days }) => days === HORIZON)!;
    const chance = each.rows.reduce((all, row) => all + Number(row.spread) ** 2, 0);
    const half = 1.2815515655446004 * Math.sqrt(chance + (total.common_error * total.value) ** 2);
    // The total takes histories of nearly the same age together.
    expect(half / (total.high - total.value)).toBeCloseTo(1, 1);
  });

  it('channels part the customers, products of one first order overlap', async () => {
    const channels = (await shop.analyse('clv-by', { cohort_by: 'channel' })).rows;
    expect(channels.map(({ cohort }) => cohort).sort()).toEqual(['Marketplace', 'Shop', 'Web']);
    expect(sum(channels, 'customers')).toBe(each.rows.length);
    const products = (await shop.analyse('clv-by', { cohort_by: 'product' })).rows;
    expect(sum(products, 'customers')).toBeGreaterThan(each.rows.length);
  });

  it('first buyers of the product that the generator gives loyal customers are worth more than those of the one it gives leavers', async () => {
    const { rows } = await shop.analyse('clv-by', { cohort_by: 'product' });
    const of = (product: string) => rows.find(({ cohort }) => cohort === product)!;
    const [keeper, leaver] = [of('House espresso 1 kg'), of('Starter set')];
    expect(Number(keeper.low_per_customer)).toBeGreaterThan(Number(leaver.high_per_customer));
  });

  it('the fewer customers, the wider the band of each', async () => {
    const { rows } = await shop.analyse('clv-by', { cohort_by: 'product' });
    const width = (row: Row) => (Number(row.high) - Number(row.low)) / Number(row.expected_value);
    const sorted = [...rows].sort((one, other) => Number(one.customers) - Number(other.customers));
    expect(width(sorted[0]!)).toBeGreaterThan(width(sorted.at(-1)!));
  });

  it('refits on demand agree with the robust errors, and leave the answer itself as it is', async () => {
    const again = await shop.analyse('clv', { replicates: 40 });
    const { refits, totals, errors, model } = again.provenance.fit as ClvReport;
    expect(refits).toMatchObject({ replicates: 40, failed: 0, days: HORIZON });
    expect(model).toBe(report.model);
    expect(again.rows).toEqual(each.rows);
    expect(totals).toEqual(report.totals);
    // Forty draws tell a standard deviation to a tenth or two.
    for (const [name, error] of Object.entries(errors!)) {
      expect(refits!.errors![name]! / error, name).toBeGreaterThan(0.6);
      expect(refits!.errors![name]! / error, name).toBeLessThan(1.6);
    }
    const alive = sum(each.rows, 'p_alive') / each.rows.length;
    expect(refits!.p_alive!.low).toBeLessThan(alive);
    expect(refits!.p_alive!.high).toBeGreaterThan(alive);
    expect(report.refits).toBeNull();
  });

  describe('where to spend the next hour', () => {
    it('ranks customers by value to come × the chance that they have left', async () => {
      const { rows } = await shop.analyse('next-hour');
      expect(rows.length).toBe(each.rows.length);
      const stakes = each.rows
        .map((row) => Number(row.expected_value) * (1 - Number(row.p_alive)))
        .sort((one, other) => other - one);
      rows.forEach((row, at) => expect(Number(row.at_stake)).toBeCloseTo(stakes[at]!, 6));
      expect(rows.filter(({ is_chosen }) => is_chosen === true).length).toBe(30);
    });

    it('a person with time for more gets the same list, further down', async () => {
      const few = (await shop.analyse('next-hour', { capacity: 5 })).rows;
      const more = (await shop.analyse('next-hour', { capacity: 50 })).rows;
      expect(within(few, 50)).toEqual(within(more, 50).map((row, at) => ({ ...row, is_chosen: at < 5 })));
      expect(stakeOf(more, 50)).toBeGreaterThan(stakeOf(more, 5));
      expect(stakeOf(more, 5)).toBeCloseTo(sum(few.slice(0, 5), 'at_stake'), 6);
    });

    it('ranks groups by what is at stake for each called, and cuts the last of them where the calls end', async () => {
      const { rows } = await shop.analyse('next-hour', { group_by: 'product', capacity: 1000 });
      const large = rows.filter(({ customers }) => Number(customers) >= 5);
      const stakes = large.map(({ at_stake_each }) => Number(at_stake_each));
      expect(stakes).toEqual([...stakes].sort((one, other) => other - one));
      const chosen = rows.filter(({ is_chosen }) => is_chosen === true);
      expect(Number(chosen.at(-1)!.reached)).toBeGreaterThanOrEqual(1000);
      expect(Number(chosen.at(-2)!.reached)).toBeLessThan(1000);
      expect(stakeOf(rows, 1000)).toBeLessThan(sum(chosen, 'at_stake') + 1e-6);
    });

    it('says nothing of anybody where the models do not speak', async () => {
      const early = { to: '2021-02-10' };
      expect((await shop.analyse('next-hour', early)).rows).toEqual([]);
      expect((await shop.analyse('clv-by', early)).rows).toEqual([]);
    });
  });
});
