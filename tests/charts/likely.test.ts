import { describe, expect, it } from 'vitest';
import { byPeriod } from '../../src/charts/by-period';
import { trendOf } from '../../src/charts/age-trend';
import { placesOf, scaleOf } from '../../src/charts/heatmap';
import { cellText, spoken } from '../../src/charts/labels';
import { filledGrid } from '../../src/charts/likely';
import { linesOf } from '../../src/charts/lines';
import { heatmapLegend } from '../../src/charts/notes';
import type { Row } from '../../src/domain/table';
import { wilson } from '../../src/models/wilson';

const counted = (cohort: string, age: number, size: number, customers: number, more: Row = {}): Row => ({
  ...{
    cohort,
    age,
    cohort_size: size,
    customers,
    retention_rate: customers / size,
    ...wilson(customers, size),
  },
  ...{ is_complete: true, closes_on: '2024-03-31', is_left_cut: false, is_likely: false },
  ...{ likely_customers: null, likely_rate: null, likely_low: null, likely_high: null, is_tested: null },
  ...more,
});
const likely = (cohort: string, age: number, size: number, rate: number, is_tested = true): Row => ({
  ...{ cohort, age, cohort_size: size, customers: null, retention_rate: null, low: null, high: null },
  ...{ is_complete: false, closes_on: null, is_left_cut: false, is_likely: true, is_tested },
  ...{ likely_customers: rate * size, likely_rate: rate, likely_low: rate - 0.02, likely_high: rate + 0.02 },
});
const rows = [
  counted('2024-01-01', 0, 200, 20),
  counted('2024-01-01', 1, 200, 40),
  counted('2024-01-01', 2, 200, 50),
  counted('2024-02-01', 0, 100, 10),
  counted('2024-02-01', 1, 100, 15, { is_complete: false, closes_on: '2024-04-30', likely_rate: 0.21 }),
  likely('2024-02-01', 2, 100, 0.26),
  counted('2024-03-01', 0, 4, 0),
  likely('2024-03-01', 1, 4, 0.2),
  counted('2024-04-01', 0, 20, 3),
  likely('2024-04-01', 1, 20, 0.3),
  likely('2024-04-01', 2, 20, 0.41, false),
];
const drawn = (given: readonly Row[]) =>
  filledGrid(
    given,
    {
      value: (row) => Number(row.retention_rate),
      part: (row) => Number(row.customers),
      whole: (row) => Number(row.cohort_size),
      interval: (row) => ({ low: Number(row.low), high: Number(row.high) }),
      pooledInterval: wilson,
      label: (cohort) => cohort,
    },
    { unit: 'rate', currency: null, age_label: (age) => `month ${age}` },
  );
const filled = drawn(rows);
const plain = drawn(
  rows.filter(({ is_likely }) => is_likely === false).map((row) => ({ ...row, likely_rate: null })),
);
const at = (row: string, age: number) =>
  placesOf(filled)
    .flat()
    .find((place) => place.row === row && place.age === age)!;

describe('what is likely, beside what was counted', () => {
  it('leaves every counted cell, the pooled row and the colours as they are without it', () => {
    const looks = (data: typeof filled) =>
      placesOf(data)
        .flat()
        .filter(({ cell }) => cell && !cell.likely)
        .map(({ row, age, look, step, open, cell }) => [row, age, look, step, open, cell!.value, cell!.n]);
    expect(looks(filled)).toEqual(looks(plain));
    expect(filled.average).toEqual(plain.average);
    expect([scaleOf(filled).low, scaleOf(filled).high]).toEqual([scaleOf(plain).low, scaleOf(plain).high]);
  });

  it('is neither counted nor open nor hollow: a look, a mark and words of its own', () => {
    expect(at('2024-02-01', 2)).toMatchObject({ look: 'likely', open: false });
    expect(cellText(at('2024-02-01', 2), filled)).toBe('26?');
    expect(spoken(at('2024-02-01', 2), filled)).toBe(
      '2024-02-01, month 2: likely 26%, about 26 of 100, in eight cases of ten between 24% and 28%, not begun yet',
    );
    expect(heatmapLegend(filled)).toContainEqual({
      swatch: 'dots',
      label: 'likely, has not happened yet (“?”)',
    });
    expect(heatmapLegend(plain).some(({ swatch }) => swatch === 'dots')).toBe(false);
  });

  it('has no colour further ahead than the test looked, and says so', () => {
    expect(at('2024-04-01', 1).step).not.toBeNull();
    expect(at('2024-04-01', 2).step).toBeNull();
    expect(spoken(at('2024-04-01', 2), filled)).toContain('further ahead than the test looked');
    expect(heatmapLegend(filled)).toContainEqual({
      swatch: 'dots-empty',
      label: 'further ahead than the test looked',
    });
  });

  it('an open cell keeps what was counted, and tells what it is likely to become', () => {
    expect(at('2024-02-01', 1)).toMatchObject({ look: 'full', open: true });
    expect(cellText(at('2024-02-01', 1), filled)).toBe('15');
    expect(spoken(at('2024-02-01', 1), filled)).toContain('likely 21% when complete');
  });

  it('nothing is said of under 5 customers, who have no rate', () => {
    expect(at('2024-03-01', 1).look).toBe('hollow');
  });

  it('lines and the trend of an age are what happened', () => {
    const keys = new Set(filled.rows.map(({ key }) => key));
    for (const { key, points } of linesOf(filled, keys).lines)
      expect(
        points.every((point) => !('likely' in point)),
        key,
      ).toBe(true);
    expect(trendOf(filled, 1)).toEqual(trendOf(plain, 1));
  });

  it('by the calendar it stands in the periods to come', () => {
    const months = byPeriod(filled, 'month');
    const last = placesOf(months).at(-1)!.at(-1)!;
    expect(months.layout!.head(last.column)).toBe('Jun 2024');
    expect(last).toMatchObject({ look: 'likely', age: 2 });
  });
});
