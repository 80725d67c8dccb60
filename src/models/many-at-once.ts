/** How often at most, among all shops in which no row differs, any row at all is said to differ. */
export const LEVEL = 0.05;

/**
 * Holm's step-down adjustment: what is at most 0.05 after it may be called beyond chance, with 5 % shared by the whole family, however its
 * rows hang together (Holm 1979; R's `p.adjust`). The i-th smallest of m is multiplied by m − i + 1 and never under the one before it.
 * @param values p of the rows that are there, 0..1
 * @param compared rows of the whole family; those that are not among `values` count as rows that never differ, which is on the safe side
 * @example holm([0.01, 0.04, 0.03]) → [0.03, 0.06, 0.06]
 */
export function holm(values: readonly number[], compared = values.length): number[] {
  const order = values.map((_, at) => at).sort((one, other) => values[one]! - values[other]!);
  const adjusted = new Array<number>(values.length).fill(1);
  let highest = 0;
  order.forEach((at, place) => {
    highest = Math.max(highest, Math.min(1, (compared - place) * values[at]!));
    adjusted[at] = highest;
  });
  return adjusted;
}

interface Contest<Row> {
  /** p of the row alone; NaN or null where there is nothing to compare it with. */
  p: (row: Row) => number | null;
  /** Rows with the same name compete with each other; all rows where it is not said. */
  family?: (row: Row) => string;
}

/**
 * Writes into rows what is beyond chance: `p_value`, `p_adjusted`, `is_beyond_chance`. `compared` is the size of the row's family, found
 * by SQL from counts that say nothing of the outcome; a row without it does not compete and keeps its nulls.
 */
export function judge<Row extends Record<string, unknown>>(
  rows: readonly Row[],
  { p, family = () => '' }: Contest<Row>,
): void {
  const families = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.compared === null) continue;
    const value = p(row);
    if (value === null || Number.isNaN(value)) continue;
    Object.assign(row, { p_value: value });
    const name = family(row);
    const found = families.get(name);
    if (found) found.push(row);
    else families.set(name, [row]);
  }
  for (const members of families.values()) {
    const adjusted = holm(
      members.map((row) => Number(row.p_value)),
      Number(members[0]!.compared),
    );
    members.forEach((row, at) => {
      Object.assign(row, { p_adjusted: adjusted[at], is_beyond_chance: adjusted[at]! <= LEVEL });
    });
  }
}
