import { describe, expect, it } from 'vitest';
import { byPeriod } from '../../src/charts/by-period';
import { cohortWords } from '../../src/charts/cohort-words';
import type { HeatmapData } from '../../src/charts/heatmap';
import { everySoMany } from '../../src/charts/plot';
import { periodNumber, periodsOf, periodStart, type PeriodGrain } from '../../src/domain/periods';
import { format } from '../../src/i18n/format';
import { periodsBetween } from '../helpers/own-calendar';

const DAY = 86_400_000;
const dateOf = (day: number) => new Date(day * DAY);
const named = (start: string, grain: 'week' | 'month' | 'quarter' | 'year', fiscal_year_start: number) =>
  format.period(start, grain, 'short', { week_start: 1, fiscal_year_start });

describe('periods', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])(
    'whose weeks begin on day %d begin where they do when walked',
    (week_start) => {
      for (const fiscal_year_start of [1, 2, 4, 7, 12])
        for (const grain of ['week', 'month', 'quarter', 'year'] satisfies PeriodGrain[]) {
          const periods = { week_start, fiscal_year_start };
          // From before 1970 on, where numbers are below 0.
          const walked = periodsBetween(-1000, 1500, grain, { ...periods, day_ends_at: 0 });
          const first = periodNumber(dateOf(walked[0]!.from), grain, periods);
          for (const [at, { from, to }] of walked.entries()) {
            expect(periodNumber(dateOf(from), grain, periods)).toBe(first + at);
            expect(periodNumber(dateOf(to), grain, periods)).toBe(first + at);
            expect(periodStart(first + at, grain, periods).getTime() / DAY).toBe(from);
          }
        }
    },
  );

  it('are those of the calendar where nothing is said', () => {
    expect(periodsOf({ zone: 'UTC' })).toEqual({ week_start: 1, fiscal_year_start: 1 });
    expect(periodsOf(undefined)).toEqual(periodsOf({ week_start: 1 }));
    expect(periodsOf({ fiscal_year_start: 4 })).toEqual({ week_start: 1, fiscal_year_start: 4 });
  });
});

describe('names of periods', () => {
  it.each([
    ['2024-04-01', 'year', 4, 'FY2025'],
    ['2024-12-01', 'year', 12, 'FY2025'],
    ['2023-02-01', 'year', 2, 'FY2024'],
    ['2024-01-01', 'year', 1, '2024'],
    ['2024-04-01', 'quarter', 4, 'Q1 FY2025'],
    ['2025-01-01', 'quarter', 4, 'Q4 FY2025'],
    ['2024-05-01', 'quarter', 2, 'Q2 FY2025'],
    ['2024-12-01', 'quarter', 3, 'Q4 FY2025'],
    ['2024-10-01', 'quarter', 1, 'Q4 2024'],
    ['2024-05-01', 'month', 4, 'May 2024'],
  ] as const)('%s, a %s of a year that begins with month %d, is %s', (start, grain, month, name) => {
    expect(named(start, grain, month)).toBe(name);
  });

  it('of cohorts are those of the answer, in rows and columns', () => {
    const choices = { fiscal_year_start: 4, week_start: 7 };
    expect(cohortWords({ grain: 'quarter' }, choices).label('2024-07-01')).toBe('Q2 FY2025');
    const data = {
      rows: [{ key: '2024-07-01', label: 'Q2 FY2025', size: 9, left_cut: false }],
      ages: [0, 1, 2, 3],
      cells: [0, 1, 2, 3].map((age) => ({
        ...{ row: '2024-07-01', age, value: 1, n: 1, of: 9, complete: true, pale: false },
      })),
      ...{ unit: 'rate', currency: null, age_label: String },
    } as unknown as HeatmapData;
    const { layout } = byPeriod(data, 'quarter', periodsOf(choices));
    const heads = layout!.columns.map((column) => layout!.head(column));
    expect(heads).toEqual(['Q2 FY2025', 'Q3 FY2025', 'Q4 FY2025', 'Q1 FY2026']);
    const sundays = byPeriod(
      {
        ...data,
        rows: [{ ...data.rows[0]!, key: '2024-07-07' }],
        cells: data.cells.map((cell) => ({ ...cell, row: '2024-07-07' })),
      },
      'week',
      periodsOf(choices),
    );
    const starts = sundays.layout!.columns.map((column) => sundays.layout!.head(column));
    expect(starts).toEqual(['7 Jul 2024', '14 Jul 2024', '21 Jul 2024', '28 Jul 2024']);
  });

  it('leave each other room below an axis', () => {
    const names = Array.from({ length: 11 }, (_, at) => `Q${(at % 4) + 1} 2024`);
    expect(everySoMany(names, 760)).toBe(1);
    expect(
      everySoMany(
        names.map((name) => name.replace(' ', ' FY')),
        760,
      ),
    ).toBe(2);
    expect(everySoMany([], 300)).toBe(1);
  });
});
