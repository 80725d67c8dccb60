import { expect } from 'vitest';
import type { Row } from '../../src/domain/table';
import type { AnalysisParams } from '../../src/engine/call-contract';
import { near } from './expected';
import type { OpenShop } from './warehouse';

/** What was published of a set besides its cohorts. Rates are null where nobody could have stayed. */
export interface PublishedFigures {
  customers: number;
  revenue_orders: number;
  customers_with_2_or_more_orders: number;
  repeat_rate_6m: { eligible: number; repeat: number; rate: number };
  repeat_rate_12m: { eligible: number; repeat: number; rate: number };
  days_between_orders: { gaps: number; median: number; median_nonzero: number; mean: number };
  top20_share: { k: number; share: number };
  months: {
    month: string;
    orders: number;
    revenue: number;
    active: number;
    new: number;
    returning: number;
    crr_prev_month: number | null;
    crr_ens: number | null;
    crr_base: number | null;
  }[];
}

const one = async (shop: OpenShop, id: string, params: AnalysisParams): Promise<Row> =>
  (await shop.analyse(id, params)).rows[0] ?? {};

function nearOrNone(found: unknown, expected: number | null, where: string) {
  if (expected === null) expect(found, where).toBeNull();
  else near(found, expected, where);
}

/** Second orders within 6 and 12 months, and customers with two or more orders in the whole file. */
export async function compareRepeats(shop: OpenShop, variant: PublishedFigures) {
  for (const [months, published] of [
    [6, variant.repeat_rate_6m],
    [12, variant.repeat_rate_12m],
  ] as const) {
    const row = await one(shop, 'repeat-rate', { window: { months }, matured: true });
    expect([row.eligible, row.repeaters]).toEqual([published.eligible, published.repeat]);
    near(row.rate, published.rate, `repeat rate of ${months} months`);
  }
  const ever = await one(shop, 'repeat-rate', { window: { months: 1200 }, matured: false });
  expect([ever.eligible, ever.repeaters]).toEqual([
    variant.customers,
    variant.customers_with_2_or_more_orders,
  ]);
}

/** Rates from one month to the next, active and new customers of each month; returns how many months. */
export async function compareMonths(shop: OpenShop, { months }: PublishedFigures): Promise<number> {
  const asked = { grain: 'month', active_days: 'period' };
  const { rows } = await shop.analyse('retention-rate', asked);
  const { rows: grown } = await shop.analyse('growth', { grain: 'month' });
  expect(rows.map(({ period }) => String(period).slice(0, 7))).toEqual(months.map(({ month }) => month));
  months.forEach((published, at) => {
    const [row, growth] = [rows[at]!, grown[at]!];
    expect([row.ce, row.cn, growth.new, growth.customers], published.month).toEqual([
      published.active,
      published.new,
      published.new,
      published.active,
    ]);
    expect(Number(growth.retained) + Number(growth.reactivated)).toBe(published.returning);
    nearOrNone(row.strict_rate, published.crr_prev_month, `${published.month} strict`);
    nearOrNone(row.article_rate, published.crr_ens, `${published.month} article form`);
    nearOrNone(row.base_rate, published.crr_base, `${published.month} base form`);
  });
  return months.length;
}

/** What known customers ordered and paid in each month, before refunds, and in the same month a year before; returns how many had one. */
export async function compareSales(shop: OpenShop, { months }: PublishedFigures): Promise<number> {
  const { rows } = await shop.analyse('sales', { refunds: 'none' });
  expect(rows.map(({ period }) => String(period).slice(0, 7))).toEqual(months.map(({ month }) => month));
  let compared = 0;
  months.forEach((published, at) => {
    const row = rows[at]!;
    const orders = Number(row.orders_new) + Number(row.orders_returning);
    expect([orders, row.customers_new, row.customers_returning], published.month).toEqual([
      published.orders,
      published.new,
      published.returning,
    ]);
    near(Number(row.net_new) + Number(row.net_returning), published.revenue, `${published.month} net`);
    if (row.net_year_before === null) return;
    compared++;
    if (Number(rows[at - 12]!.orders_unknown) > 0) return;
    const before = months[at - 12]!;
    expect(row.orders_year_before, published.month).toBe(before.orders);
    near(row.net_year_before, before.revenue, `${published.month} net a year before`);
  });
  return compared;
}

/** Days between orders, those of one day counted apart and once. */
export async function compareGaps(shop: OpenShop, { days_between_orders: published }: PublishedFigures) {
  const each = await one(shop, 'order-gaps', { count_by: 'order' });
  expect([each.order_number, each.returned, each.raw_median_days]).toEqual([
    0,
    published.gaps,
    published.median,
  ]);
  near(each.raw_mean_days, published.mean, 'mean gap');
  const daily = await one(shop, 'order-gaps', { count_by: 'day' });
  expect(daily.raw_median_days).toBe(published.median_nonzero);
}

export async function compareTop(shop: OpenShop, variant: PublishedFigures, params: AnalysisParams) {
  const row = await one(shop, 'concentration', { share: 0.2, ...params });
  expect([row.customers, row.top_n]).toEqual([variant.customers, variant.top20_share.k]);
  near(row.top_share, variant.top20_share.share, 'share of the top 20 %');
  if (params.refunds === 'none') near(row.net, variant.revenue_orders, 'net of all');
}
