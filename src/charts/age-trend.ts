import type { HeatmapData } from './heatmap';

/** One row's cell at the age that is followed; only what is complete and surely new. */
export interface TrendPoint {
  label: string;
  value: number;
  low?: number;
  high?: number;
  of: number;
  pale: boolean;
}

const countAt = (data: HeatmapData, age: number): number => trendOf(data, age).length;

/** The age that was asked for, else the third where two rows have it, else the last that two rows have. */
export function ageOf(data: HeatmapData, wanted: string): number | null {
  if (wanted !== '' && data.ages.includes(Number(wanted))) return Number(wanted);
  const later = data.ages.filter((age) => age > 0);
  return (
    later.find((age) => age === 3 && countAt(data, age) > 1) ??
    later.findLast((age) => countAt(data, age) > 1) ??
    null
  );
}

/** How one age did from row to row: "month-3 retention by start month". */
export function trendOf(data: HeatmapData, age: number): TrendPoint[] {
  const cells = new Map(data.cells.filter((cell) => cell.age === age).map((cell) => [cell.row, cell]));
  return data.rows.flatMap(({ key, label, left_cut }) => {
    const cell = cells.get(key);
    if (!cell || !cell.complete || cell.value === null || left_cut) return [];
    const ends = cell.low !== undefined && cell.high !== undefined ? { low: cell.low, high: cell.high } : {};
    return [{ label, value: cell.value, ...ends, of: cell.of, pale: cell.pale }];
  });
}
