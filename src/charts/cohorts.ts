import type { Row } from '../domain/table';
import type { HeatmapCell, HeatmapData } from './heatmap';

/** How a result with one row per cohort and age becomes a heatmap. */
export interface CohortReading {
  /** What the cell shows. */
  value: (row: Row) => number | null;
  /** What is summed over cohorts for the pooled row: Σ part ÷ Σ whole. */
  part: (row: Row) => number;
  whole: (row: Row) => number;
  interval?: (row: Row) => { low: number; high: number };
  /** Interval of a pooled share; absent where the value is not a share. */
  pooledInterval?: (part: number, whole: number) => { low: number; high: number };
  label: (cohort: string) => string;
}

const num = (row: Row, name: string): number => Number(row[name] ?? 0);
const FEW_FOR_COLOUR = 30;

type Frame = Pick<HeatmapData, 'unit' | 'currency' | 'age_label'> &
  Partial<Pick<HeatmapData, 'age_title' | 'row_title' | 'in_words'>>;

/**
 * Rows of a cohort analysis (one segment) as a heatmap: its cells, and the pooled row over complete cells of
 * cohorts that cannot hold older customers. Pooled sums, never means of percentages.
 */
export function cohortHeatmap(rows: readonly Row[], reading: CohortReading, frame: Frame): HeatmapData {
  const cohorts = [...new Set(rows.map((row) => String(row.cohort)))];
  const ages = [...new Set(rows.map((row) => num(row, 'age')))].sort((a, b) => a - b);
  const sizes = new Map<string, number>();
  const cut = new Set<string>();
  for (const row of rows) {
    const key = String(row.cohort);
    sizes.set(key, Math.max(sizes.get(key) ?? 0, num(row, 'cohort_size')));
    if (row.is_left_cut === true) cut.add(key);
  }
  const cells: HeatmapCell[] = rows.map((row) => ({
    row: String(row.cohort),
    age: num(row, 'age'),
    value: reading.value(row),
    ...(reading.interval?.(row) ?? {}),
    n: reading.part(row),
    of: num(row, 'cohort_size'),
    complete: row.is_complete === true,
    ...(row.is_complete === true ? {} : { open_until: String(row.closes_on) }),
    pale: num(row, 'cohort_size') < FEW_FOR_COLOUR,
  }));
  const settled = new Map(ages.map((age): [number, Row[]] => [age, []]));
  for (const row of rows)
    if (row.is_complete === true && row.is_left_cut !== true) settled.get(num(row, 'age'))?.push(row);
  return {
    rows: cohorts.map((key) => ({
      key,
      label: reading.label(key),
      size: sizes.get(key) ?? 0,
      left_cut: cut.has(key),
    })),
    ages,
    cells,
    average: ages.flatMap((age) => pooledAt(settled.get(age) ?? [], age, reading)),
    ...frame,
  };
}

function pooledAt(counted: readonly Row[], age: number, reading: CohortReading) {
  const part = counted.reduce((sum, row) => sum + reading.part(row), 0);
  const whole = counted.reduce((sum, row) => sum + reading.whole(row), 0);
  const of = counted.reduce((sum, row) => sum + num(row, 'cohort_size'), 0);
  if (whole === 0) return [];
  const interval = reading.pooledInterval?.(part, whole) ?? {};
  return [{ age, value: part / whole, of, n: part, ...interval }];
}

/** Segments of a result with their customers, largest first; [null] where it was not split. */
export function segmentsOf(rows: readonly Row[]): { segment: string | null; customers: number }[] {
  const sizes = new Map<string | null, number>();
  const seen = new Set<string>();
  for (const row of rows) {
    const segment = row.segment === null || row.segment === undefined ? null : String(row.segment);
    // The first cell of each group; where only later orders count, it is not that of age 0.
    const group = JSON.stringify([row.cohort, segment]);
    if (seen.has(group)) continue;
    seen.add(group);
    sizes.set(segment, (sizes.get(segment) ?? 0) + num(row, 'cohort_size'));
  }
  return [...sizes]
    .map(([segment, customers]) => ({ segment, customers }))
    .sort((a, b) => b.customers - a.customers || String(a.segment).localeCompare(String(b.segment)));
}
