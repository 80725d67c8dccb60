import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MERGING } from '../../src/analyses/cohort-retention/shape';
import { MERGING as OF_VALUE } from '../../src/analyses/cohort-value/shape';
import { trendOf } from '../../src/charts/age-trend';
import { cohortHeatmap } from '../../src/charts/cohorts';
import { mergeSmall } from '../../src/charts/merge-cohorts';
import type { Row } from '../../src/domain/table';
import { wilson } from '../../src/models/wilson';

const golden = (id: string, has: Record<string, unknown>): Row[] => {
  const file = new URL(`../fixtures/twelve-customers/golden/${id}.json`, import.meta.url);
  const all = JSON.parse(readFileSync(file, 'utf8')) as { params: Record<string, unknown>; rows: Row[] }[];
  const found = all.find(({ params }) =>
    Object.entries(has).every(([name, value]) => params[name] === value),
  );
  return found!.rows;
};
const monthly = { grain: 'month', clock: 'calendar' };

describe('start periods with few customers, put together', () => {
  const rows = golden('cohort-retention', { ...monthly, mode: 'in_period' });
  const merged = mergeSmall(rows, MERGING, 5);

  it('hold as many customers as before, and the shares of both months counted once', () => {
    const sizes = merged
      .filter(({ age }) => age === 0)
      .map(({ cohort, cohort_size }) => [cohort, cohort_size]);
    // 3 + 2; then 2 + 2 + 2, and June's one customer with them.
    expect(sizes).toEqual([
      ['2024-01-01…2024-02-01', 5],
      ['2024-03-01…2024-06-01', 7],
    ]);
    const first = merged.filter(({ cohort }) => cohort === '2024-01-01…2024-02-01');
    // Part 2 of the paper: January 3, 1, 1, 1, 0 and February 2, 1, 0, 0, 1; month 4 is open for February.
    expect(first.map(({ customers }) => customers)).toEqual([5, 2, 1, 1, 1]);
    expect(first.map(({ is_complete }) => is_complete)).toEqual([true, true, true, true, false]);
    expect(first[1]).toMatchObject({ retention_rate: 0.4, ...wilson(2, 5) });
  });

  it('have no cell that one of them has not begun', () => {
    expect(merged.filter(({ cohort }) => cohort === '2024-03-01…2024-06-01').map(({ age }) => age)).toEqual([
      0,
    ]);
  });

  it('keep large groups as they are', () => expect(mergeSmall(rows, MERGING, 1)).toEqual(rows));

  it('bring per customer what both bring together', () => {
    const value = mergeSmall(golden('cohort-value', { ...monthly, refunds: 'original_order' }), OF_VALUE, 5);
    // Part 6: (182 + 30) ÷ 5 at the end of month 3, (97 + 25) ÷ 6 orders in month 0.
    expect(value[3]?.cumulative_net_per_customer).toBeCloseTo(212 / 5, 9);
    expect(value[0]?.aov).toBeCloseTo(122 / 6, 9);
  });
});

describe('one age followed over the groups', () => {
  it('has a point for each group that is complete at it and surely new', () => {
    const rows = golden('cohort-retention', { ...monthly, mode: 'in_period' });
    const cut = rows.map((row) => ({ ...row, is_left_cut: row.cohort === '2024-01-01' }));
    const count = (name: string) => (row: Row) => Number(row[name]);
    const data = cohortHeatmap(
      cut,
      {
        value: count('retention_rate'),
        part: count('customers'),
        whole: count('cohort_size'),
        label: (cohort) => cohort,
      },
      { unit: 'rate', currency: null, age_label: String },
    );
    // Month 1 is complete for January to April; January may hold older customers.
    expect(trendOf(data, 1).map(({ label, value }) => [label, value])).toEqual([
      ['2024-02-01', 0.5],
      ['2024-03-01', 0],
      ['2024-04-01', 0.5],
    ]);
  });
});
