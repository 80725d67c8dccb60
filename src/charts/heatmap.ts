import type { Unit } from '../domain/table';

/**
 * One cell of the picture. An age that a row has no cell for has not begun: it is drawn hollow, never as 0.
 * `value` is a share 0..1 for `rate`, an amount in the currency's unit for `money`, else a plain number.
 */
export interface HeatmapCell {
  row: string;
  age: number;
  value: number | null;
  /** Wilson 95 % interval, in the unit of `value`. */
  low?: number;
  high?: number;
  n: number;
  of: number;
  complete: boolean;
  /** Last day that the cell is open, 'YYYY-MM-DD'. */
  open_until?: string;
  pale: boolean;
  /** Not counted: what a model says of an age that has not begun, no further ahead than its test looked, or beyond that. */
  likely?: 'tested' | 'further';
  /** What a model says of a cell that is still open, once it is complete. In the unit of `value`. */
  then?: number;
}
export interface HeatmapRow {
  key: string;
  label: string;
  size: number;
  left_cut: boolean;
}
export interface HeatmapData {
  rows: HeatmapRow[];
  ages: number[];
  cells: HeatmapCell[];
  /** Pooled over the complete cells of an age: Σ n ÷ Σ of. */
  average?: { age: number; value: number | null; of: number; n?: number; low?: number; high?: number }[];
  unit: Unit;
  currency: string | null;
  age_label: (age: number) => string;
  /** What the rows are: "Started in", "First channel". */
  row_title?: string;
  /** What the ages count, for heads and axes: "months since the first order". */
  age_title?: string;
  /** Columns that are no ages: calendar periods, each row beginning at its own. Without it a column is an age. */
  layout?: {
    columns: number[];
    /** The column of age 0. */
    start: (row: string) => number;
    head: (column: number) => string;
    title: string;
  };
  /** The figure as part of a sentence: "34% came back", which is what a rate says where this is absent. */
  in_words?: (figure: string) => string;
}

/** The key of the pooled row: no row of a file can have it, since keys of the data never start with a NUL. */
export const AVERAGE = '\0average';
export const STEPS = 9;
export const FEW_FOR_RATES = 5;

export type Ramp = 'rate' | 'money' | 'count';

/** What a place of the grid shows. */
/** `given`: 100 % by definition, so it carries no colour. */
/** `before`: its column lies before the row's first age, where there is nothing to show. */
/** `likely`: said by a model, not counted. */
export type Look = 'full' | 'given' | 'pale' | 'counts' | 'none' | 'hollow' | 'before' | 'likely';
export interface Place {
  row: string;
  label: string;
  /** Since the row's first period; below 0 before it. */
  age: number;
  column: number;
  look: Look;
  /** 0 (light, low) to STEPS − 1 (dark, high); null where there is no fill. */
  step: number | null;
  open: boolean;
  cell: HeatmapCell | null;
}

export const rampOf = (unit: Unit): Ramp => (unit === 'rate' || unit === 'money' ? unit : 'count');

/** The first age, where it is 100 % in every row by definition; else null. */
export function givenAge(data: HeatmapData): number | null {
  const first = data.ages[0];
  const cells = data.cells.filter(({ age, likely }) => age === first && !likely);
  const all = data.unit === 'rate' && data.ages.length > 1 && cells.every(({ value }) => value === 1);
  return first !== undefined && cells.length > 0 && all ? first : null;
}

/** The two ends of the colour scale and the step of a value between them. */
export interface Scale {
  low: number;
  high: number;
  step: (value: number) => number;
}

/**
 * Linear from 0 (from the lowest value where that is over a third of the highest) to the highest value of the full cells. A first column that is 100 % by definition would use up the whole scale: it takes no part in it.
 * Nor does what is likely, so that no counted cell looks otherwise beside it.
 */
export function scaleOf(data: HeatmapData): Scale {
  const given = givenAge(data);
  const counted = data.cells.filter((cell) => cell.age !== given && cell.value !== null && !cell.likely);
  const settled = counted.filter((cell) => !cell.pale && cell.of >= FEW_FOR_RATES);
  const values = (settled.length > 0 ? settled : counted).map((cell) => cell.value as number);
  const highest = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const lowest = values.reduce((least, value) => Math.min(least, value), Infinity);
  if (!Number.isFinite(highest)) return { low: 0, high: 1, step: () => 0 };
  const low = lowest > highest / 3 || lowest < 0 ? lowest : 0;
  const high = highest > low ? highest : low + (Math.abs(low) || 1);
  const step = (value: number) =>
    Math.max(0, Math.min(STEPS - 1, Math.floor(((value - low) / (high - low)) * STEPS)));
  return { low, high, step };
}

function lookOf(cell: HeatmapCell | undefined, given: number | null): Look {
  if (!cell) return 'hollow';
  if (cell.likely) return 'likely';
  if (cell.of < FEW_FOR_RATES) return 'counts';
  if (cell.age === given) return 'given';
  if (cell.value === null) return 'none';
  return cell.pale ? 'pale' : 'full';
}

/** The columns of the grid: ages, or calendar periods. */
export const columnsOf = (data: HeatmapData): number[] => data.layout?.columns ?? data.ages;

/** Every place of the grid, row by row, the pooled row first: what is drawn and what the arrow keys walk over. */
export function placesOf(data: HeatmapData): Place[][] {
  const scale = scaleOf(data);
  const given = givenAge(data);
  const byRow = new Map<string, Map<number, HeatmapCell>>();
  for (const cell of data.cells) {
    const row = byRow.get(cell.row) ?? new Map<number, HeatmapCell>();
    byRow.set(cell.row, row.set(cell.age, cell));
  }
  const place = (
    row: string,
    label: string,
    age: number,
    cell: HeatmapCell | undefined,
    column = age,
  ): Place => {
    const look = age < 0 ? 'before' : lookOf(cell, given);
    const coloured =
      (look === 'full' || look === 'pale' || cell?.likely === 'tested') && cell && cell.value !== null;
    const step = coloured ? scale.step(cell.value as number) : null;
    const open = cell ? !cell.complete && !cell.likely : false;
    return { row, label, age, column, look, step, open, cell: cell ?? null };
  };
  const rows = data.rows.map(({ key, label }) =>
    columnsOf(data).map((column) => {
      const age = column - (data.layout?.start(key) ?? 0);
      return place(key, label, age, byRow.get(key)?.get(age), column);
    }),
  );
  return data.average ? [averagePlaces(data, place), ...rows] : rows;
}

function averagePlaces(
  data: HeatmapData,
  place: (row: string, label: string, age: number, cell: HeatmapCell | undefined) => Place,
): Place[] {
  const known = new Map((data.average ?? []).map((cell) => [cell.age, cell]));
  return data.ages.map((age) => {
    const pooled = known.get(age);
    if (!pooled || pooled.value === null) return place(AVERAGE, '', age, undefined);
    const n = pooled.n ?? (data.unit === 'rate' ? Math.round(pooled.value * pooled.of) : pooled.of);
    const { value, of } = pooled;
    const ends =
      pooled.low !== undefined && pooled.high !== undefined ? { low: pooled.low, high: pooled.high } : {};
    return place(AVERAGE, '', age, {
      row: AVERAGE,
      age,
      value,
      n,
      of,
      ...ends,
      complete: true,
      pale: of < 30,
    });
  });
}
