import { expect, it } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import type { AnalysisParams } from '../../src/engine/call-contract';
import { EngineError } from '../../src/engine/errors';
import { addDays } from '../../src/domain/calendar';
import { openShop, type OpenShop } from '../helpers/warehouse';

/** An empty sum is 0, an unknown is null: counts and money of every question, on shops in which something has no rows. */
const HEADER = 'Order ID,Order date,Customer ID,Country,Channel,Product,Category,Quantity,Unit price,Cost';
const row = (at: number, day: string, who: string) =>
  `${at},${day},${who},Germany,Web,Tea,Drinks,1,10.00,4.00`;
const csvOf = (orders: [day: string, who: string][]) =>
  [HEADER, ...orders.map(([day, who], at) => row(at + 1, day, who))].join('\n') + '\n';

/** 40 customers who begin in the winter of 2019 and order again in 2021: nobody in 2020, nobody new since. */
const emptyYear = Array.from({ length: 40 }, (_, who): [string, string][] => [
  [addDays('2019-01-01', who), `K${who}`],
  [addDays('2019-03-01', who), `K${who}`],
  ...(who % 2 ? ([[addDays('2021-03-01', who), `K${who}`]] as [string, string][]) : []),
]).flat();
const SHOPS: Record<string, string> = {
  'an empty year and nobody new': csvOf([...emptyYear, ['2022-02-01', 'K1']]),
  'one order': csvOf([['2024-05-05', 'K1']]),
};

/** What may be null in these shops, because nobody can know it: no sums, or sums of what nobody has said yet. */
const UNKNOWN: Record<string, Record<string, string>> = {
  clv: Object.fromEntries(
    ['expected_value', 'low', 'high', 'spread', 'spend_per_order'].map((name) => [
      name,
      'too few for a model',
    ]),
  ),
  'cohort-value': { aov: 'money by orders, where there are none' },
  concentration: { customers_for_80: '80% of nothing' },
  'rule-of-thumb': { average_order: 'money by orders, where there are none' },
  'cost-of-churn': {
    net_first_month: 'money by customers, where there are none',
    net_later_month: 'money by customers, where there are none',
  },
  overview: {
    aov: 'money by orders, where there are none',
    aov_known: 'money by orders, where there are none',
  },
  payback: {
    ...{ spend: 'nobody said what was spent', cac: 'nobody said what was spent' },
    margin_per_customer: 'the month is not over',
    ...{
      value_90: 'not watched so long',
      value_180: 'not watched so long',
      value_365: 'not watched so long',
    },
  },
  sales: {
    aov: 'money by orders, where there are none',
    net_year_before: 'the file does not hold the year before',
    orders_year_before: 'the file does not hold the year before',
  },
  rfm: { m_up_to: 'the best fifth has no upper end' },
  tenure: {
    aov: 'money by orders, where there are none',
    net_per_survivor: 'money by customers, where there are none',
  },
};
/** Sums that a model or a share of known customers makes: none where too few are known. */
const UNKNOWN_IF_FEW: Record<string, readonly string[]> = {
  'cost-of-churn': ['net_as_is', 'net_with_more', 'gain', 'gain_margin'],
};

async function nulls(shop: OpenShop, id: string, params: AnalysisParams) {
  const { rows, columns } = await shop.analyse(id, params).catch((error: unknown) => {
    if (error instanceof EngineError && error.code === 'missing-data') return { rows: [], columns: [] };
    throw error;
  });
  const sums = columns.filter(({ unit }) => unit === 'money' || unit === 'count');
  return sums.filter(({ name }) => rows.some((one) => one[name] === null)).map(({ name }) => name);
}

it.each(Object.entries(SHOPS))('in a shop with %s no empty sum is unknown', async (_, text) => {
  const shop = await openShop('native', text, { history: 'complete' });
  const isFew = shop.report.identified.customers < 30;
  const found: Record<string, string[]> = {};
  for (const { id, params } of analyses.values()) {
    const has = (wanted: string) => params.some(({ name }) => name === wanted);
    const asked = {
      ...(has('rule') ? { rule: 'days', days: 60 } : {}),
      ...(has('margin') ? { margin: 0.4 } : {}),
    };
    const spans = isFew ? [{}] : [{}, { from: '2020-01-01', to: '2020-12-31' }];
    const names: string[] = [];
    for (const span of spans) names.push(...(await nulls(shop, id, { ...asked, ...span })));
    const allowed = [...Object.keys(UNKNOWN[id] ?? {}), ...(isFew ? (UNKNOWN_IF_FEW[id] ?? []) : [])];
    const unsaid = [...new Set(names)].filter((name) => !allowed.includes(name));
    if (unsaid.length > 0) found[id] = unsaid;
  }
  expect(found).toEqual({});
});

it('a year without a new customer gains nothing, and nobody lost costs nothing', async () => {
  const shop = await openShop('native', SHOPS['an empty year and nobody new']!, { history: 'complete' });
  const { rows } = await shop.analyse('cost-of-churn', { rule: 'days', days: 3000, margin: 0.4 });
  expect(rows.length).toBe(3);
  for (const row of rows)
    expect(row).toMatchObject({
      ...{ lost_customers: 0, lost_net: 0, lost_margin: 0, new_per_month: 0 },
      ...{ net_as_is: 0, net_with_more: 0, gain: 0, gain_margin: 0, net_first_month: null },
    });
});
