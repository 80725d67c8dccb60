import type { Row } from '../domain/table';

/** Stands between the first and the last start period of a merged row; no date has it. */
const TO = '…';

/** What becomes of the columns of rows that are merged. */
export interface Merging {
  /** Added up. */
  sums: readonly string[];
  /** Figures per customer of the row: weighed by `cohort_size`. */
  perCustomer: readonly string[];
  /** What hangs on the others, worked out anew. */
  anew: (row: Row) => Row;
}

const sizeOf = (rows: readonly Row[]): number =>
  rows.reduce((most, row) => Math.max(most, Number(row.cohort_size)), 0);

/** The cells that all of the groups have: one that some have not begun stays empty. */
function together(groups: readonly (readonly Row[])[], merging: Merging): Row[] {
  const [first, last] = [groups[0]?.[0]?.cohort, groups.at(-1)?.[0]?.cohort];
  const cohort = `${String(first)}${TO}${String(last)}`;
  const ages = (groups.at(-1) ?? []).map(({ age }) => Number(age));
  return ages.flatMap((age) => {
    const cells = groups.flatMap((rows) => rows.filter((row) => row.age === age));
    if (cells.length < groups.length) return [];
    const add = (name: string) => cells.reduce((sum, row) => sum + Number(row[name]), 0);
    const size = add('cohort_size');
    const merged: Row = {
      ...cells[0],
      cohort,
      cohort_size: size,
      is_complete: cells.every((row) => row.is_complete === true),
      is_left_cut: cells.some((row) => row.is_left_cut === true),
      closes_on:
        cells
          .map((row) => String(row.closes_on))
          .sort()
          .at(-1) ?? null,
    };
    for (const name of merging.sums) merged[name] = add(name);
    for (const name of merging.perCustomer)
      merged[name] = cells.reduce((sum, row) => sum + Number(row[name]) * Number(row.cohort_size), 0) / size;
    return [merging.anew(merged)];
  });
}

/**
 * Start periods with few customers put together with those that follow them, until a row has at least `least`; what is
 * left at the end joins the row before it. Rows come, and go, in the order of cohort and age.
 */
export function mergeSmall(rows: readonly Row[], merging: Merging, least = 30): Row[] {
  const cohorts = new Map<string, Row[]>();
  for (const row of rows) cohorts.set(String(row.cohort), [...(cohorts.get(String(row.cohort)) ?? []), row]);
  const groups: Row[][][] = [];
  let open: Row[][] = [];
  for (const cells of cohorts.values()) {
    open.push(cells);
    if (open.reduce((sum, one) => sum + sizeOf(one), 0) < least) continue;
    groups.push(open);
    open = [];
  }
  if (open.length > 0) groups.push([...(groups.pop() ?? []), ...open]);
  return groups.flatMap((group) => (group.length === 1 ? group[0]! : together(group, merging)));
}

export const isMerged = (cohort: string): boolean => cohort.includes(TO);

/** "Jan 2011 – Mar 2011" for a merged row, the label itself for any other. */
export const mergedLabel = (label: (cohort: string) => string) => (cohort: string) =>
  cohort.split(TO).map(label).join(' – ');
