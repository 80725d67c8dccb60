import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Row } from '../../src/domain/table';
import type { AnalysisParams } from '../../src/engine/call-contract';
import { dataFile } from './data';
import type { OpenShop } from './warehouse';

/**
 * Figures that were computed elsewhere (pandas, see the data folder) against ours, the whole way from the file. Two places
 * where they and the counting rules differ, and which one the tables follow:
 * - By the rules a refund before the customer's first order stays outside every customer figure; the published 600,930.85
 *   holds all refunds of customers who have orders, and so does the report.
 * - In the published cells a refund earlier in the month of the first order counts at age 0; ours do the same on the
 *   calendar clock, and on the rolling clock count from the day of the first order.
 */
export interface Variant {
  orders: number;
  customers: number;
  first_order_date: string;
  last_order_date: string;
  revenue_orders: number;
  cohorts: {
    cohort: string;
    size: number;
    active: (number | null)[];
    retention: (number | null)[];
    revenue: (number | null)[];
    cumulative_ltv: (number | null)[];
  }[];
}
export interface Expected {
  rows_in: number;
  rows_without_customer: number;
  duplicate_rows: number;
  variants: Record<string, Variant>;
}

export const expectedOf = (name: string) =>
  JSON.parse(readFileSync(dataFile('expected', `${name}.json`), 'utf8')) as Expected;
export const variantOf = (expected: Expected, name: string): Variant => {
  const variant = expected.variants[name];
  if (!variant) throw new Error(`no published variant ${name}`);
  return variant;
};

/** Equal to 1e-9 of the figure; what cancels out to 0 is compared to a millionth of a currency unit. */
export function near(found: unknown, expected: number, where: string) {
  const reach = Math.max(Math.abs(expected) * 1e-9, 1e-6);
  if (typeof found === 'number' && Math.abs(found - expected) <= reach) return;
  expect.fail(`${where}: ${String(found)} instead of ${expected}`);
}

const byCell = (rows: Row[]) =>
  new Map(rows.map((row) => [`${String(row.cohort).slice(0, 7)} ${row.age}`, row]));

/** Every published cell, and no other one; returns how many there were. */
export async function compareCells(
  shop: OpenShop,
  variant: Variant,
  params: AnalysisParams,
): Promise<number> {
  const shared = { grain: 'month', clock: 'calendar', ...params };
  const retention = byCell((await shop.analyse('cohort-retention', { ...shared, mode: 'in_period' })).rows);
  const value = byCell((await shop.analyse('cohort-value', shared)).rows);
  let cells = 0;
  for (const { cohort, size, active, ...published } of variant.cohorts) {
    active.forEach((customers, age) => {
      const at = `${cohort} ${age}`;
      const [back, brought] = [retention.get(at), value.get(at)];
      if (customers === null)
        return expect([back, brought], `${at} has not begun`).toEqual([undefined, undefined]);
      cells++;
      expect([back?.cohort_size, back?.customers, brought?.cohort_size], at).toEqual([size, customers, size]);
      near(back?.retention_rate, published.retention[age]!, `${at} retention`);
      near(brought?.net, published.revenue[age]!, `${at} revenue`);
      near(brought?.cumulative_net_per_customer, published.cumulative_ltv[age]!, `${at} cumulative`);
    });
  }
  expect([retention.size, value.size]).toEqual([cells, cells]);
  return cells;
}

export function compareTotals({ report }: OpenShop, expected: Expected, variant: Variant) {
  const aside = report.set_aside.reduce((sum, { rows }) => sum + rows, 0);
  expect([report.rows_read, report.rows_used + aside]).toEqual([expected.rows_in, expected.rows_in]);
  expect(report.identified).toMatchObject({ customers: variant.customers, orders: variant.orders });
  near(report.identified.sales, variant.revenue_orders, 'sales');
  expect([report.from, report.to, report.as_of]).toEqual([
    variant.first_order_date,
    variant.last_order_date,
    variant.last_order_date,
  ]);
  expect(report.facts.filter(({ id }) => id === 'check_failed')).toEqual([]);
}
