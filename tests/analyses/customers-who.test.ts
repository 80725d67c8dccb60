import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/domain/table';
import { RFM_GROUPS, STATUSES } from '../../src/domain/standing';
import type { AnalysisParams, CustomersWho } from '../../src/engine/call-contract';
import { EngineError } from '../../src/engine/errors';
import { sampleShop } from '../../src/sample/shop';
import { dayNumber, dayText } from '../helpers/oracle-orders';
import { dataFile, describeWithData } from '../helpers/data';
import { shopOfTwelve } from '../helpers/twelve';
import { openShop, type OpenShop } from '../helpers/warehouse';

const keys = (rows: readonly Row[]) => rows.map(({ customer }) => String(customer)).sort();
/** Whom a question that lists everybody counts. */
const counted = async (shop: OpenShop, customers_who: CustomersWho, more: AnalysisParams = {}) =>
  keys((await shop.analyse('churned', { ...more, customers_who })).rows);

/** The filter finds whom the analyses find, each customer on one step and in one group, today and in the past. */
async function holds(shop: OpenShop, days: readonly (string | null)[]) {
  for (const as_of of days) {
    const { rows, provenance } = await shop.analyse('churned', { as_of });
    const hasLine = provenance.lapse!.found_by !== 'none';
    const groups = (await shop.analyse('rfm', { as_of })).rows;
    const all: string[] = [];
    for (const status of STATUSES) {
      if (!hasLine) {
        const refused = counted(shop, { status }, { as_of });
        await expect(refused, status).rejects.toMatchObject({ code: 'missing-data' });
        continue;
      }
      const mine = await counted(shop, { status }, { as_of });
      expect(mine, status).toEqual(keys(rows.filter((row) => row.status === status)));
      all.push(...mine);
      const [whole] = (
        await shop.analyse('concentration', { as_of, window_months: null, customers_who: { status } })
      ).rows;
      expect(Number(whole?.customers ?? 0), status).toBe(mine.length);
    }
    expect(all.sort()).toEqual(hasLine ? keys(rows) : []);
    for (const group of RFM_GROUPS)
      expect(await counted(shop, { rfm: { group } }, { as_of }), group).toEqual(
        keys(groups.filter((row) => row.group === group)),
      );
  }
}

/** Lengths of days cut customers into bands as the question of tenure does: who was watched through so many ages. */
async function tenures(shop: OpenShop, asOf: string) {
  const { rows: ages } = await shop.analyse('tenure', { length_days: '30', history: 'complete' });
  for (const age of [0, 5, 11])
    expect(
      (await counted(shop, { tenure: { at_least: { days: 30 * (age + 1) } } })).length,
      `age ${age}`,
    ).toBe(Number(ages.find((row) => row.age === age)?.eligible ?? 0));
  const everybody = (await shop.analyse('churned')).rows;
  const bands: CustomersWho[] = [
    { tenure: { under: { months: 3 } } },
    { tenure: { at_least: { months: 3 }, under: { days: 400 } } },
    { tenure: { at_least: { days: 400 } } },
  ];
  const found = [];
  for (const band of bands) found.push(await counted(shop, band));
  expect(found.flat().sort()).toEqual(keys(everybody));
  const since = dayText(dayNumber(asOf) - 400);
  expect(found[2]).toEqual(keys(everybody.filter((row) => String(row.first_on) <= since)));
}

describe('customers by where they stand', () => {
  it('in the sample shop, the filter counts exactly those whom ladder, groups and tenure count, on two days', async () => {
    const shop = await openShop('native', [...sampleShop({ lines: 20_000 }).chunks()].join(''), {
      history: 'complete',
    });
    await holds(shop, [null, '2024-03-31']);
    await tenures(shop, shop.report.as_of!);
  }, 180_000);

  it('an own map of squares finds the groups of that map; conditions meet', async () => {
    const shop = await shopOfTwelve('native');
    const own = { squares: 'A'.repeat(24) + 'K', f_cuts: '1,2,3,4', window_months: null };
    const mine = (await shop.analyse('rfm', own)).rows.filter((row) => row.group === 'Champions');
    expect(mine.length).toBeGreaterThan(0);
    expect(await counted(shop, { rfm: { group: 'Champions', ...own } })).toEqual(keys(mine));
    const status = ['not_yet_back', 'at_risk'];
    const some = await counted(shop, { status });
    const german = await counted(shop, { country: 'Germany' });
    expect(some.length).toBeGreaterThan(0);
    expect(await counted(shop, { status, country: 'Germany' })).toEqual(
      some.filter((one) => german.includes(one)),
    );
  });

  it('a last day of orders is the day of the status too; whoever is counted, all their orders say where they stand', async () => {
    const shop = await shopOfTwelve('native');
    const to = '2024-06-15';
    const then = (await shop.analyse('churned', { as_of: to })).rows;
    for (const status of STATUSES) {
      const some = await counted(shop, { status }, { orders_that: { to } });
      expect(some).toEqual(keys(then.filter((row) => row.status === status)));
    }
    // An order by a channel alone does not make anybody slip away.
    const active = await counted(shop, { status: 'active' });
    const byWeb = await counted(shop, { status: 'active' }, { orders_that: { channel: 'Web' } });
    expect(active).toEqual(expect.arrayContaining(byWeb));
    expect(byWeb.length).toBeGreaterThan(0);
  });

  it('a customer’s page says the same status as the filter', async () => {
    const shop = await shopOfTwelve('native');
    for (const status of STATUSES)
      for (const customer of await counted(shop, { status })) {
        const [row] = await shop.listed({ kind: 'customer', part: 'figures', customer });
        expect([customer, row?.status]).toEqual([customer, status]);
      }
  });

  it('the list behind a cell counts them too, and who they are is in the text that ran', async () => {
    const shop = await shopOfTwelve('native');
    const customers_who = { status: ['not_yet_back', 'active'], rfm: { group: [...RFM_GROUPS] } };
    const { rows, sql } = await shop.analyse('cohort-retention', { customers_who });
    expect(sql).toContain("'not_yet_back,active'");
    expect(rows.length).toBeGreaterThan(0);
    for (const { cohort, cohort_size: size } of rows.filter(({ age }) => age === 0)) {
      const cell = { kind: 'customers_of_cell', cohort: String(cohort), age: 0 } as const;
      expect((await shop.listed({ ...cell, params: { customers_who } })).length).toBe(size);
    }
  });

  it('a fit, which learns from who came back, is refused with a sentence; tenure is not', async () => {
    const shop = await shopOfTwelve('native');
    for (const id of ['clv', 'cohort-projection', 'next-hour']) {
      const refused = shop.analyse(id, { customers_who: { status: 'lost' } });
      await expect(refused).rejects.toThrow(/learns from who came back and who did not/);
    }
    await shop.analyse('cohort-projection', { customers_who: { tenure: { at_least: { months: 1 } } } });
  });

  it('a shop whose silences say nothing yet says so in place of counting nobody', async () => {
    const text = 'Order ID,Order date,Customer ID,Amount\n1,2024-01-05,A,10.00\n2,2024-01-06,B,12.00\n';
    const shop = await openShop('native', text, { history: 'complete' });
    const asked = shop.analyse('growth', { customers_who: { status: 'lapsed' } });
    await expect(asked).rejects.toThrow(EngineError);
    await expect(asked).rejects.toMatchObject({ code: 'missing-data' });
  });
});

describeWithData('customers of CDNOW by where they stand', () => {
  it('are those whom ladder, groups and tenure count', async () => {
    const shop = await openShop(
      'native',
      { path: dataFile('real', 'cdnow', 'cdnowElog.csv') },
      { history: 'complete', map: { customer: 'masterid' } },
    );
    await holds(shop, [null]);
    await tenures(shop, shop.report.as_of!);
  }, 180_000);
});
