import type { Row } from '../domain/table';
import { cohortHeatmap, type CohortReading } from './cohorts';
import { FEW_FOR_RATES, type HeatmapCell, type HeatmapData } from './heatmap';

const isLikely = (row: Row): boolean => row.is_likely === true;

/**
 * The counted cells as the grid of those who ordered again by then, and the likely ones beside them. Counted cells are as they would
 * be without; of groups under 5 customers, which have no rate, nothing is said to be likely.
 */
export function filledGrid(
  rows: readonly Row[],
  reading: CohortReading,
  frame: Parameters<typeof cohortHeatmap>[2],
): HeatmapData {
  const counted = rows.filter((row) => !isLikely(row));
  const grid = cohortHeatmap(counted, reading, frame);
  const cells = grid.cells.map((cell, at): HeatmapCell => {
    const then = counted[at]!.likely_rate;
    return cell.complete || then === null || cell.of < FEW_FOR_RATES ? cell : { ...cell, then: Number(then) };
  });
  const likely = rows.filter((row) => isLikely(row) && Number(row.cohort_size) >= FEW_FOR_RATES);
  for (const row of likely)
    cells.push({
      ...{ row: String(row.cohort), age: Number(row.age), value: Number(row.likely_rate) },
      ...{ low: Number(row.likely_low), high: Number(row.likely_high) },
      ...{ n: Number(row.likely_customers), of: Number(row.cohort_size), complete: false },
      ...{ pale: Number(row.cohort_size) < 30, likely: row.is_tested === true ? 'tested' : 'further' },
    });
  const ages = [...new Set(cells.map(({ age }) => age))].sort((one, other) => one - other);
  return { ...grid, cells, ages };
}
