import { PLAIN_PERIODS, periodNumber, periodStart, type Periods } from '../domain/periods';
import { format } from '../i18n/format';
import { words } from '../i18n/words';
import type { CohortGrain } from './cohort-words';
import type { HeatmapData } from './heatmap';

/**
 * The same cells, one column for each calendar period: a row begins where its customers first bought, so that a column shows a
 * season. There is no pooled row: a column holds rows of every age.
 */
export function byPeriod(
  { average: _pooled, ...data }: HeatmapData,
  grain: CohortGrain,
  periods: Periods = PLAIN_PERIODS,
): HeatmapData {
  const number = (day: Date) => periodNumber(day, grain, periods);
  const startOf = new Map(data.rows.map(({ key }) => [key, number(new Date(`${key}T00:00:00Z`))]));
  const reached = data.cells.map(({ row, age }) => (startOf.get(row) ?? 0) + age);
  const first = Math.min(...startOf.values());
  const last = reached.reduce((most, one) => Math.max(most, one), first);
  const named = (column: number) => {
    const day = periodStart(column, grain, periods).toISOString().slice(0, 10);
    return grain === 'day' ? format.date(day) : format.period(day, grain, 'short', periods);
  };
  return {
    ...data,
    layout: {
      columns: Array.from({ length: last - first + 1 }, (_, at) => first + at),
      start: (row) => startOf.get(row) ?? first,
      head: named,
      title: words.cohorts.calendarTitle,
    },
  };
}
