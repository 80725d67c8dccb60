import type { Waiting } from '../../models/sbg-projection';
import type { FitColumns } from '../define';

/** A start period with its counted cells. Days are milliseconds since 1970. */
export interface Group extends Waiting {
  cohort: string;
  starts: number;
  /** Last day of each age that is over. */
  closes: readonly number[];
  isLeftCut: boolean;
}

export interface Counted {
  /** Those whose cells begin with age 0, one of which at least is over. */
  groups: Group[];
  /** The oldest age that has begun anywhere: the last column of the grid. */
  lastAge: number;
}

interface Growing extends Group {
  waiting: number[];
  open: number[];
  closes: number[];
}

/** The counted cells of the answer, which come in the order of start period and age. */
export function readGroups(columns: FitColumns): Counted {
  const column = (name: string) => columns[name]!;
  const groups = new Map<string, Growing>();
  const late = new Set<string>();
  let lastAge = 0;
  for (let row = 0; row < column('cohort').length; row++) {
    if (column('is_likely')[row] === true) continue;
    const cohort = String(column('cohort')[row]);
    const age = Number(column('age')[row]);
    lastAge = Math.max(lastAge, age);
    const size = Number(column('cohort_size')[row]);
    const group = groups.get(cohort) ?? {
      ...{ cohort, size, starts: Date.parse(`${cohort}T00:00:00Z`), waiting: [], open: [], closes: [] },
      isLeftCut: column('is_left_cut')[row] === true,
    };
    if (!groups.has(cohort) && age !== 0) late.add(cohort);
    groups.set(cohort, group);
    const waiting = size - Number(column('customers')[row]);
    if (column('is_complete')[row] === true) {
      group.waiting.push(waiting);
      group.closes.push(Number(column('closes_on')[row]));
    } else group.open.push(waiting);
  }
  const usable = [...groups.values()].filter(
    ({ cohort, waiting }) => waiting.length > 0 && !late.has(cohort),
  );
  return { groups: usable, lastAge };
}

/** The same groups as they stood at the end of a day: ages over by then, and nothing of the open ones. */
export const upTo = (groups: readonly Group[], day: number): Group[] =>
  groups.flatMap((group) => {
    const over = group.closes.filter((closes) => closes <= day).length;
    const { waiting, closes } = group;
    return over === 0
      ? []
      : [{ ...group, waiting: waiting.slice(0, over), closes: closes.slice(0, over), open: [] }];
  });
