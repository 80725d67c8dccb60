import { describe, expect, it } from 'vitest';
import { byPeriod } from '../../src/charts/by-period';
import { columnsOf, placesOf, type HeatmapData } from '../../src/charts/heatmap';
import { columnHead, spoken } from '../../src/charts/labels';

/** Each start with so many ages; a cell's count tells which one it is. */
function shop(starts: [key: string, ages: number][]): HeatmapData {
  const most = Math.max(...starts.map(([, ages]) => ages));
  return {
    rows: starts.map(([key]) => ({ key, label: key, size: 100, left_cut: false })),
    ages: Array.from({ length: most }, (_, age) => age),
    cells: starts.flatMap(([row, ages], at) =>
      Array.from({ length: ages }, (_, age) => ({
        ...{ row, age, value: age === 0 ? 1 : 0.1, n: 10 * at + age, of: 100, complete: true, pale: false },
      })),
    ),
    average: [{ age: 0, value: 1, of: 100 }],
    ...{ unit: 'rate', currency: null, age_label: (age: number) => `month ${age}` },
  };
}
const months = byPeriod(
  shop([
    ['2023-11-01', 4],
    ['2024-01-01', 2],
    ['2024-02-01', 1],
  ]),
  'month',
);

describe('cohorts lined up by the calendar', () => {
  it('a column is one month for every row, months in which nobody began among them', () => {
    expect(columnsOf(months).map((column) => columnHead(column, months))).toEqual([
      'Nov 2023',
      'Dec 2023',
      'Jan 2024',
      'Feb 2024',
    ]);
    expect(placesOf(months).map((row) => row.map(({ cell }) => cell?.n ?? null))).toEqual([
      [0, 1, 2, 3],
      [null, null, 10, 11],
      [null, null, null, 20],
    ]);
  });

  it('holds the same cells, each once, none of them pooled', () => {
    const shown = placesOf(months).flatMap((row) => row.flatMap(({ cell }) => cell ?? []));
    expect(shown).toEqual(months.cells);
    expect(months.average).toBeUndefined();
  });

  it('a place before the first order is neither nought nor not begun, and is said so', () => {
    const [early] = placesOf(months)[1]!;
    expect(early).toMatchObject({ look: 'before', age: -2, step: null });
    expect(spoken(early!, months)).toBe('2024-01-01, Nov 2023: before their first order');
    const last = placesOf(months)[1]![3]!;
    expect(spoken(last, months)).toContain('month 1 (Feb 2024)');
  });

  it.each([
    ['day', '2024-02-28', ['28 Feb 2024', '29 Feb 2024', '1 Mar 2024']],
    ['week', '2024-12-30', ['30 Dec 2024', '6 Jan 2025', '13 Jan 2025']],
    ['quarter', '2023-10-01', ['Q4 2023', 'Q1 2024', 'Q2 2024']],
    ['year', '1999-01-01', ['1999', '2000', '2001']],
  ] as const)('columns of a %s follow the calendar', (grain, key, heads) => {
    const data = byPeriod(shop([[key, 3]]), grain);
    expect(columnsOf(data).map((column) => columnHead(column, data))).toEqual(heads);
  });
});
