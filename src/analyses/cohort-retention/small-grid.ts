import type { Row } from '../../domain/table';

export interface SmallCell {
  rate: number;
  /** 0 (low) to 8 (high). */
  step: number;
  isOpen: boolean;
}

const ROWS = 8;
const AGES = 8;
const STEPS = 9;

/** The latest rows of the cohorts and their first ages after the one that is always 100 %; a cell not begun is null. */
export function smallGrid(rows: readonly Row[]) {
  const cohorts = [...new Set(rows.map((row) => String(row.cohort)))].slice(-ROWS - 1);
  const inSight = rows.filter(
    (row) => Number(row.age) >= 1 && Number(row.age) <= AGES && cohorts.includes(String(row.cohort)),
  );
  const highest = Math.max(
    ...inSight.filter((row) => row.is_complete === true).map((row) => Number(row.retention_rate)),
    0.001,
  );
  const cellOf = (row: Row): SmallCell => {
    const rate = Number(row.retention_rate);
    const step = Math.max(0, Math.min(STEPS - 1, Math.floor((rate / highest) * STEPS)));
    return { rate, step, isOpen: row.is_complete !== true };
  };
  const ages = [...new Set(inSight.map((row) => Number(row.age)))].sort((a, b) => a - b);
  const begun = cohorts.filter((cohort) => inSight.some((row) => String(row.cohort) === cohort));
  return {
    ages,
    rows: begun.slice(-ROWS).map((cohort) => ({
      cohort,
      size: Number(rows.find((row) => String(row.cohort) === cohort)?.cohort_size ?? 0),
      cells: ages.map((age) => {
        const row = inSight.find((one) => String(one.cohort) === cohort && Number(one.age) === age);
        return row ? cellOf(row) : null;
      }),
    })),
  };
}
