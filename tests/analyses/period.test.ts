import { beforeAll, describe, expect, it } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import { RFM_GROUPS, STATUSES } from '../../src/domain/standing';
import type { Row } from '../../src/domain/table';
import type { AnalysisParams, CustomersWho } from '../../src/engine/call-contract';
import { sampleShop } from '../../src/sample/shop';
import { shopOfTwelve } from '../helpers/twelve';
import { openShop, type OpenShop } from '../helpers/warehouse';

/** What from, to and a filter on customers choose: rows and days that are shown, never what is known or how customers are scored. */
const TO = '2024-03-31';
const FROM = '2023-05-11';
/** Questions of where customers stand, and of what stands on the last day. */
const STANDING = [
  ...['churned', 'overdue', 'tiers', 'rfm', 'lapse', 'churn-segments', 'cost-of-churn'],
  ...['concentration', 'rule-of-thumb', 'products', 'overview'],
];
const keyOf = (row: Row) => String(row.customer);

describe('the period', () => {
  let shop: OpenShop;
  const rowsOf = async (id: string, params: AnalysisParams = {}) => (await shop.analyse(id, params)).rows;
  beforeAll(async () => {
    shop = await openShop('native', [...sampleShop({ lines: 20_000 }).chunks()].join(''), {
      history: 'complete',
    });
  }, 60_000);

  it.each(STANDING)('%s stands on the last day of the period as on that day itself', async (id) => {
    const has = (wanted: string) => analyses.get(id)!.params.some(({ name }) => name === wanted);
    const own = { ...(has('least') ? { least: 5 } : {}), ...(has('rule') ? { rule: 'days', days: 90 } : {}) };
    const then = await rowsOf(id, { ...own, as_of: TO });
    expect(then.length).toBeGreaterThan(0);
    expect(await rowsOf(id, { ...own, to: TO })).toEqual(then);
    expect(await rowsOf(id, { ...own, to: '2030-01-01' })).toEqual(await rowsOf(id, own));
    expect(await rowsOf(id, { ...own, to: '2030-01-01', as_of: TO })).toEqual(then);
  });

  it('the line and a status in a filter are those of the last day of the period too', async () => {
    const then = (await rowsOf('churned', { as_of: TO })).filter(({ status }) => status === 'lapsed');
    expect(then.length).toBeGreaterThan(0);
    const asked = { to: TO, customers_who: { status: 'lapsed' } };
    expect(await rowsOf('churned', asked)).toEqual(then);
    const { provenance } = await shop.analyse('churned', asked);
    expect(provenance.lapse).toEqual((await shop.analyse('churned', { as_of: TO })).provenance.lapse);
    // The line of the whole file is another, so this can fail.
    expect(provenance.lapse).not.toEqual((await shop.analyse('churned')).provenance.lapse);
    const rates = await rowsOf('churn-rate', { grain: 'month', to: TO });
    expect(rates[0]!.lapse_days).toBe(then[0]!.lapse_days);
  });

  it('a status in a filter goes by the rule of the question', async () => {
    for (const rule of [
      { rule: 'days', days: 45 },
      { rule: 'days', days: 200 },
    ]) {
      const all = await rowsOf('churned', rule);
      for (const status of STATUSES) {
        const some = await rowsOf('churned', { ...rule, customers_who: { status } });
        expect(some, `${JSON.stringify(rule)} ${status}`).toEqual(all.filter((row) => row.status === status));
      }
      expect(new Set(all.map(({ status }) => status)).size).toBeGreaterThan(2);
    }
  });

  it.each<[string, AnalysisParams]>([
    ['rfm', {}],
    ['rfm', { scoring: 'ntile', window_months: 9, to: TO, from: FROM, compared_on: '2023-12-31' }],
    ['rfm', { scoring: 'cut', orders_that: { category: ['Tea'] } }],
    ['tiers', {}],
    ['tiers', { to: TO, refunds: 'none' }],
  ])('%s scores among all whom a filter on customers shows, asked %j', async (id, params) => {
    const all = await rowsOf(id, params);
    const filters: CustomersWho[] = [
      ...RFM_GROUPS.map((group) => ({ rfm: { group } })),
      { status: ['active', 'at_risk'] },
      { tenure: { at_least: { months: 9 } } },
    ];
    let found = 0;
    for (const customers_who of filters) {
      const some = await rowsOf(id, { ...params, customers_who });
      const shown = new Set(some.map(keyOf));
      expect(some, JSON.stringify(customers_who)).toEqual(all.filter((row) => shown.has(keyOf(row))));
      if (customers_who.rfm) found += some.length;
    }
    // Groups partition those who have one on that day.
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThanOrEqual(all.length);
    if (id === 'rfm') expect(found).toBe(all.length);
  });

  it('a group in a filter on rfm is that of the question, with its window and cuts', async () => {
    const asked = { window_months: 6, f_cuts: '1,2,3,5', to: TO };
    const all = await rowsOf('rfm', asked);
    for (const group of RFM_GROUPS)
      expect(await rowsOf('rfm', { ...asked, customers_who: { rfm: { group } } }), group).toEqual(
        all.filter((row) => row.group === group),
      );
  });

  it('a first day chooses whom tiers show, and moves no line', async () => {
    const began = new Map((await rowsOf('churned')).map((row) => [keyOf(row), String(row.first_on)]));
    const all = await rowsOf('tiers');
    expect(await rowsOf('tiers', { from: FROM })).toEqual(
      all.filter((row) => began.get(keyOf(row))! >= FROM),
    );
  });

  it('a month of new customers is whole on both ends, as its spend is', async () => {
    const spend = '2023-02:900,2023-03:900,2023-05:700';
    const all = await rowsOf('payback', { spend });
    const asked = { spend, from: '2023-02-14', to: '2023-05-03' };
    expect(await rowsOf('payback', asked)).toEqual(
      all.filter(({ cohort }) => String(cohort) >= '2023-02-01' && String(cohort) <= '2023-05-01'),
    );
  });
});

describe('a first day leaves first orders where they were', () => {
  it('for value by models and for the rule of thumb', async () => {
    const shop = await shopOfTwelve('native');
    const from = '2024-03-01';
    const all = (await shop.analyse('clv')).rows.filter((row) => String(row.first_on) >= from);
    const some = (await shop.analyse('clv', { from })).rows;
    const told = ({ customer, frequency, recency, age, first_on }: Row) => [
      customer,
      frequency,
      recency,
      age,
      first_on,
    ];
    expect(all.length).toBeGreaterThan(0);
    expect(some.map(told).sort()).toEqual(all.map(told).sort());
    const people = (await shop.analyse('churned')).rows;
    const settled = people.filter(
      ({ first_on }) => String(first_on) >= from && String(first_on) <= '2024-06-30',
    );
    const [row] = (await shop.analyse('rule-of-thumb', { from, as_of: '2024-07-30', settled_days: 30 })).rows;
    expect(row!.settled_customers).toBe(settled.length);
  });
});
