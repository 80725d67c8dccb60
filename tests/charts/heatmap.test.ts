import { describe, expect, it } from 'vitest';
import { gridFor, isInSight, tilesOf } from '../../src/charts/draw-heatmap';
import {
  AVERAGE,
  givenAge,
  placesOf,
  scaleOf,
  STEPS,
  type HeatmapCell,
  type HeatmapData,
} from '../../src/charts/heatmap';
import { cellText, spoken, tableOf, unitHead } from '../../src/charts/labels';
import { heatmapLegend, heatmapSaved } from '../../src/charts/notes';
import { toggled } from '../../src/charts/heatmap-heads';
import { step } from '../../src/ui/walk';

const cell = (
  row: string,
  age: number,
  n: number,
  of: number,
  more: Partial<HeatmapCell> = {},
): HeatmapCell => ({
  ...{ row, age, value: n / of, n, of, complete: true, pale: of < 30 },
  ...more,
});
const shop: HeatmapData = {
  rows: [
    { key: '2011-01', label: 'January 2011', size: 600, left_cut: true },
    { key: '2011-03', label: 'March 2011', size: 350, left_cut: false },
    { key: '2011-04', label: 'April 2011', size: 20, left_cut: false },
    { key: '2011-05', label: 'May 2011', size: 4, left_cut: false },
  ],
  ages: [0, 1, 2, 3],
  cells: [
    ...[0, 1, 2, 3].map((age) => cell('2011-01', age, age === 0 ? 600 : 300 - age * 60, 600)),
    cell('2011-03', 0, 350, 350),
    cell('2011-03', 1, 0, 350),
    cell('2011-03', 2, 140, 350),
    cell('2011-03', 3, 120, 350, { low: 0.29, high: 0.39 }),
    cell('2011-04', 0, 20, 20),
    cell('2011-04', 1, 5, 20, { complete: false, open_until: '2011-05-31' }),
    cell('2011-05', 0, 4, 4, { complete: false }),
  ],
  average: [
    { age: 0, value: 1, of: 970 },
    { age: 1, value: 245 / 970, of: 970 },
    { age: 3, value: null, of: 0 },
  ],
  ...{ unit: 'rate', currency: null, age_label: (age: number) => `month ${age}` },
};
const places = placesOf(shop);
const at = (row: number, age: number) => {
  const place = places[row]?.[age];
  if (!place) throw new Error('no such place');
  return place;
};

describe('the picture of a cohort table', () => {
  it('a cell that has not begun is hollow, never nought; a true nought is printed', () => {
    expect(at(3, 3).look).toBe('hollow');
    expect(cellText(at(3, 3), shop)).toBe('');
    expect(at(2, 1).look).toBe('full');
    expect(cellText(at(2, 1), shop)).toBe('0');
  });

  it('under 30 customers is pale, under 5 shows counts and no rate', () => {
    expect(at(3, 1).look).toBe('pale');
    expect(at(4, 0).look).toBe('counts');
    expect(at(4, 0).step).toBeNull();
    expect(cellText(at(4, 0), shop)).toBe('4 of 4');
    expect(spoken(at(4, 0), shop)).not.toContain('%');
  });

  it('a first age that is 100 % by definition takes no part in the colours', () => {
    expect(givenAge(shop)).toBe(0);
    expect(at(2, 0).look).toBe('given');
    expect(scaleOf(shop)).toMatchObject({ low: 0, high: 0.4 });
    expect(givenAge({ ...shop, unit: 'count' })).toBeNull();
  });

  it('a higher value is never on a lighter step', () => {
    const scale = scaleOf(shop);
    const sorted = shop.cells.map(({ value }) => value as number).sort((a, b) => a - b);
    const steps = sorted.map(scale.step);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect([scale.step(scale.low), scale.step(scale.high)]).toEqual([0, STEPS - 1]);
  });

  it('colours begin at nought, unless all values lie in the upper two thirds', () => {
    const values = (of: number[]): HeatmapData => ({
      ...shop,
      ...{ unit: 'money', currency: 'GBP' },
      cells: of.map((value, age) => cell('2011-01', age, 100, 100, { value })),
    });
    expect(scaleOf(values([10, 40, 100])).low).toBe(0);
    expect(scaleOf(values([80, 90, 100])).low).toBe(80);
    expect(scaleOf(values([-20, 40, 100])).low).toBe(-20);
    expect(scaleOf(values([7, 7])).step(7)).toBe(0);
    expect(scaleOf(values([]))).toMatchObject({ low: 0, high: 1 });
  });

  it('the pooled row stands first and is empty where nothing is pooled', () => {
    expect(places[0]?.map(({ row }) => row)).toEqual(Array(4).fill(AVERAGE));
    expect(cellText(at(0, 1), shop)).toBe('25');
    expect(at(0, 3).look).toBe('hollow');
  });

  it('cells are at least 24 px high and wide enough for their text, however many', () => {
    const ages = Array.from({ length: 60 }, (_, age) => age);
    const rows = Array.from({ length: 60 }, (_, row) => ({
      key: `r${row}`,
      label: 'x',
      size: 100,
      left_cut: false,
    }));
    const big = { ...shop, ages, rows, cells: [], unit: 'money', currency: 'VND' } satisfies HeatmapData;
    expect(gridFor(placesOf(big), big, 300)).toEqual({ cellWidth: 30, cellHeight: 24 });
    expect(gridFor(places, shop, 1000)).toEqual({ cellWidth: 72, cellHeight: 28 });
  });

  it('the unit is said once, in the head', () => {
    expect(unitHead({ unit: 'money', currency: 'GBP' })).toBe('in GBP');
    expect(cellText(at(2, 3), shop)).toBe('34');
  });
});

describe('what is said of a cell', () => {
  it('has the row, the age, the rate, n of N, the interval and whether it is complete', () => {
    expect(spoken(at(2, 3), shop)).toBe(
      'March 2011, month 3: 34% came back, 120 of 350, between 29% and 39%, complete',
    );
  });

  it('says until when a cell is open, and when customers are few or may be older', () => {
    expect(spoken(at(3, 1), shop)).toBe(
      'April 2011, month 1: 25% came back, 5 of 20, open until 31 May 2011, few customers, read with care',
    );
    expect(spoken(at(1, 1), shop)).toContain('may be older customers');
    expect(spoken(at(3, 3), shop)).toBe('April 2011, month 3: not begun yet');
  });

  it('says money with its currency and out of how many customers', () => {
    const money: HeatmapData = {
      ...shop,
      unit: 'money',
      currency: 'GBP',
      cells: [cell('2011-03', 1, 0, 350, { value: 12.4 })],
    };
    const place = placesOf(money)[2]?.[1];
    expect(place && spoken(place, money)).toBe('March 2011, month 1: £12.40, from 350 customers, complete');
  });

  it('shows hostile names as marks', () => {
    const rows = [{ key: 'k', label: '\u202eevil\u0000\tname', size: 4, left_cut: false }];
    const hostile = { ...shop, rows, cells: [] } satisfies HeatmapData;
    const place = placesOf(hostile)[1]?.[0];
    expect(place && spoken(place, hostile)).toContain('\ufffdevil␀␉name');
  });
});

describe('the table beside the picture', () => {
  it('has one row for each cell, with the same figures', () => {
    const { rows, columns } = tableOf(shop);
    expect(rows.map(({ value, n, customers }) => [value, n, customers])).toEqual(
      shop.cells.map(({ value, n, of }) => [value, n, of]),
    );
    for (const row of rows) expect(Object.keys(row)).toEqual(columns.map(({ name }) => name));
  });
});

describe('the key', () => {
  it('explains the marks that occur, and no others', () => {
    const looks = (all: readonly { swatch: string }[]) => all.map(({ swatch }) => swatch);
    expect(looks(heatmapLegend(shop))).toEqual(['hatch', 'hollow', 'pale', 'counts', 'left-cut']);
    expect(looks(heatmapSaved(shop).legend)).toEqual(['hatch', 'hollow', 'pale', 'counts']);
    expect(heatmapSaved(shop).notes.join()).toMatch(/^\*/);
    const plain = {
      ...shop,
      ages: [0],
      rows: shop.rows.slice(1, 2),
      cells: [cell('2011-03', 0, 350, 350)],
      average: [],
    };
    expect(heatmapLegend({ ...plain, average: [{ age: 0, value: 1, of: 350 }] })).toEqual([]);
  });
});

describe('the walk by arrow keys', () => {
  const go = (row: number, column: number, key: string, corner = false) =>
    step({ row, column }, key, corner, 5, 4);

  it('goes one cell a key and stays at the edges', () => {
    expect(go(0, 0, 'ArrowRight')).toEqual({ row: 0, column: 1 });
    expect(go(0, 0, 'ArrowLeft')).toEqual({ row: 0, column: 0 });
    expect(go(4, 3, 'ArrowDown')).toEqual({ row: 4, column: 3 });
  });

  it('reaches the ends of a row, the corners, and ten rows at once', () => {
    expect(go(2, 2, 'End')).toEqual({ row: 2, column: 3 });
    expect(go(2, 2, 'Home', true)).toEqual({ row: 0, column: 0 });
    expect(go(2, 2, 'End', true)).toEqual({ row: 4, column: 3 });
    expect(go(0, 2, 'PageDown')).toEqual({ row: 4, column: 2 });
  });

  it('leaves every other key to the page', () => {
    expect(['Tab', 'a', 'Enter', 'F5'].map((key) => go(1, 1, key))).toEqual([null, null, null, null]);
  });

  it('comes by every cell, hollow ones too', () => {
    let position = { row: 0, column: 0 };
    const seen = new Set<string>();
    for (let row = 0; row < 5; row += 1) {
      for (let column = 0; column < 4; column += 1) {
        seen.add(`${position.row} ${position.column}`);
        position = step(position, 'ArrowRight', false, 5, 4) ?? position;
      }
      position = step(step(position, 'Home', false, 5, 4) ?? position, 'ArrowDown', false, 5, 4) ?? position;
    }
    expect(seen.size).toBe(20);
  });
});

describe('the tick boxes', () => {
  it('a tick makes a new set and leaves the old one alone', () => {
    const before = new Set(['a']);
    expect([...toggled(before, 'b', true)]).toEqual(['a', 'b']);
    expect([...toggled(before, 'a', false)]).toEqual([]);
    expect([...before]).toEqual(['a']);
  });
});

describe('a grid too large for one screen', () => {
  const weeks = Array.from({ length: 208 }, (_, i) => i);
  const large = placesOf({
    ...shop,
    rows: weeks.map((week) => ({ key: String(week), label: String(week), size: 50, left_cut: false })),
    ages: weeks,
    cells: weeks.flatMap((week) => weeks.slice(0, 208 - week).map((age) => cell(String(week), age, 5, 50))),
  });
  const grid = { cellWidth: 30, cellHeight: 24 };
  const tiles = tilesOf(large, grid);

  it('is drawn in parts that hold every place once, each where it belongs', () => {
    const drawn = tiles.flatMap(({ places: part, left, top }) =>
      part.flatMap((line, y) => line.map((place, x) => [place, left / 30 + x, top / 24 + y] as const)),
    );
    expect(drawn).toHaveLength(large.flat().length);
    for (const [place, x, y] of drawn) expect(large[y]?.[x]).toBe(place);
  });

  it('needs few of them for what is in sight, wherever that is', () => {
    const seen = (left: number, top: number) =>
      tiles.filter((tile) => isInSight(tile, { left, top, width: 900, height: 700 }));
    for (const [left, top] of [
      [0, 0],
      [3000, 2000],
      [5340, 4300],
    ] as const) {
      const shown = seen(left, top).flatMap((tile) => tile.places.flat());
      expect(shown.length).toBeLessThan(3500);
      expect(shown).toContain(
        large[Math.min(208, Math.floor((top + 350) / 24))]?.[Math.floor((left + 400) / 30)],
      );
    }
  });

  it('is one picture where it is small', () => {
    expect(tilesOf(places, grid)).toHaveLength(1);
  });
});
