import { periodsOf } from '../domain/periods';
import type { Column, Row } from '../domain/table';
import { attributeName } from '../i18n/attribute-name';
import { format, type Grain } from '../i18n/format';
import { shown } from '../i18n/shown';
import { words } from '../i18n/words';

export type CohortGrain = 'day' | Grain;
const LENGTHS: Record<CohortGrain, number> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };

/** Names of rows and ages for one choice of grain and clock; `choices` are those of the project that the answer was made with. */
export function cohortWords(params: Readonly<Record<string, unknown>>, choices?: unknown) {
  const periods = periodsOf(choices);
  const grain = String(params.grain) as CohortGrain;
  const rolling = params.clock === 'rolling';
  return {
    grain,
    label: (cohort: string) => {
      if (params.cohort_by) return shown(cohort, 60);
      return grain === 'day' ? format.date(cohort) : format.period(cohort, grain, 'short', periods);
    },
    row_title: params.cohort_by
      ? words.cohorts.firstOf(attributeName(params.cohort_by))
      : words.cohorts.columns.cohort,
    age_label: (age: number) =>
      rolling && LENGTHS[grain] > 1
        ? words.cohorts.rollingDays(
            format.count(age * LENGTHS[grain]),
            format.count((age + 1) * LENGTHS[grain] - 1),
          )
        : words.cohorts.ages[grain](format.count(age)),
    age_title: rolling
      ? words.cohorts.rollingTitle(format.count(LENGTHS[grain]))
      : words.cohorts.agesTitles[grain],
  };
}

/** The table twin: the rows that are drawn, with their columns for people. */
export function cohortTable(
  columns: readonly Column[],
  rows: readonly Row[],
  hasSegments: boolean,
  row_title: string,
) {
  return {
    columns: columns.filter(({ name }) => name !== 'segment' || hasSegments),
    rows: [...rows],
    heads: { ...words.cohorts.columns, cohort: row_title },
  };
}
