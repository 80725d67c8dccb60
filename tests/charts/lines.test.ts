import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../src/charts/draw-lines';
import { AVERAGE, type HeatmapData } from '../../src/charts/heatmap';
import { domainOf, linesOf, roundUp, spread, strokesOf, type Line } from '../../src/charts/lines';

const ages = [0, 1, 2, 3, 4];
const data: HeatmapData = {
  rows: Array.from({ length: 9 }, (_, row) => ({
    key: `r${row}`,
    label: `Row ${row}`,
    size: 100,
    left_cut: false,
  })),
  ages,
  cells: Array.from({ length: 9 }, (_, row) =>
    ages.slice(0, 5 - (row % 3)).map((age) => ({
      ...{ row: `r${row}`, age, value: age === 0 ? 1 : 0.4 / age, n: 40, of: 100, pale: false },
      complete: age < 4 - (row % 3),
    })),
  ).flat(),
  average: ages
    .slice(0, 4)
    .map((age) => ({ age, value: age === 0 ? 1 : 0.35 / age, of: 900, low: 0.1, high: 0.5 })),
  ...{ unit: 'rate', currency: null, age_label: (age: number) => `month ${age}` },
};
const line = (points: [value: number | null, complete: boolean, of?: number][]): Line => ({
  ...{ key: 'a', label: 'a', colour: 1 },
  points: points.map(([value, complete, of = 100], age) => ({ age, value, complete, n: 1, of, pale: false })),
});

describe('lines from the ticked rows', () => {
  it('are the ticked rows and all together, with the cells’ own values', () => {
    const { lines } = linesOf(data, new Set(['r2', 'r5']));
    expect(lines.map(({ key }) => key)).toEqual(['r2', 'r5', AVERAGE]);
    const drawn = lines[0]?.points.map(({ age, value }) => [age, value]);
    const cells = data.cells
      .filter(({ row, age }) => row === 'r2' && age > 0)
      .map(({ age, value }) => [age, value]);
    expect(drawn).toEqual(cells);
  });

  it('leave out a first age that is 100 % for all, and ages where no line has a value', () => {
    const lines = linesOf(data, new Set(['r2']));
    expect([lines.starts_at_all, lines.ages]).toEqual([true, [1, 2, 3]]);
    expect(linesOf({ ...data, unit: 'count' }, new Set(['r0'])).ages).toEqual(ages);
  });

  it('a row keeps its colour when others come and go, and no two of six share one', () => {
    const colour = (chosen: string[], key: string) =>
      linesOf(data, new Set(chosen)).lines.find((one) => one.key === key)?.colour;
    expect(colour(['r4'], 'r4')).toBe(5);
    expect(colour(['r1', 'r4', 'r8'], 'r4')).toBe(5);
    const six = linesOf(data, new Set(['r0', 'r1', 'r2', 'r6', 'r7', 'r8'])).lines.filter(
      ({ key }) => key !== AVERAGE,
    );
    expect(new Set(six.map((one) => one.colour)).size).toBe(6);
  });

  it('without rows or average there is nothing to draw, and nothing breaks', () => {
    const none = linesOf({ ...data, rows: [], cells: [], average: [] }, new Set());
    expect([none.ages, domainOf(none)]).toEqual([[], [0, 1]]);
    expect(layoutOf(none, 0).width).toBe(280);
  });
});

describe('solid and dashed', () => {
  const pieces = (of: Line) => strokesOf(of).map(({ open, points }) => [open, points.map(({ age }) => age)]);

  it('a piece that leads to an open point is dashed, and begins at the last complete one', () => {
    expect(
      pieces(
        line([
          [0.4, true],
          [0.3, true],
          [0.2, false],
        ]),
      ),
    ).toEqual([
      [false, [0, 1]],
      [true, [1, 2]],
    ]);
  });

  it('a gap stays a gap, and a point alone is kept', () => {
    expect(
      pieces(
        line([
          [0.4, true],
          [null, true],
          [0.2, true],
          [0.1, true],
        ]),
      ),
    ).toEqual([
      [false, [0]],
      [false, [2, 3]],
    ]);
  });

  it('under five customers there is no point, since there is no rate', () => {
    expect(
      pieces(
        line([
          [0.4, true, 4],
          [0.2, true, 5],
        ]),
      ),
    ).toEqual([[false, [1]]]);
  });

  it('a piece that leads from an open point to a complete one is dashed too', () => {
    expect(
      pieces(
        line([
          [0.4, true],
          [0.3, false],
          [0.2, true],
          [0.1, true],
        ]),
      ),
    ).toEqual([
      [true, [0, 1, 2]],
      [false, [2, 3]],
    ]);
  });

  it('a line that is open from the start is dashed throughout', () => {
    expect(
      pieces(
        line([
          [0.4, false],
          [0.3, false],
        ]),
      ),
    ).toEqual([[true, [0, 1]]]);
  });
});

describe('the axis', () => {
  it('has nought and every value inside', () => {
    const lines = linesOf(data, new Set(['r0']));
    const [low, high] = domainOf(lines);
    expect(low).toBe(0);
    expect(high).toBeGreaterThanOrEqual(0.5);
    const layout = layoutOf(lines, 800);
    expect([layout.y(low), layout.y(high)]).toEqual([layout.bottom, layout.top]);
    expect(layout.value(layout.y(0.123))).toBeCloseTo(0.123, 12);
  });

  it('ends at a round figure that is not below the value nor far above', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (value) => {
        const end = roundUp(value);
        return end >= value * (1 - 1e-9) && end <= value * 2.0001;
      }),
    );
  });
});

describe('names at the ends of lines', () => {
  it('never come nearer than the gap, keep their order and stay inside where there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 12 }), (wanted) => {
        const placed = spread(wanted, 16, 0, 300);
        const order = wanted
          .map((_, index) => index)
          .sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
        const sorted = order.map((index) => placed[index] ?? 0);
        for (const [index, y] of sorted.entries()) {
          expect(y).toBeGreaterThanOrEqual(-1e-9);
          expect(y).toBeLessThanOrEqual(300 + 1e-9);
          if (index > 0) expect(y - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(16 - 1e-9);
        }
      }),
    );
  });
});
