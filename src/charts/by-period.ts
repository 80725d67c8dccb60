import { format } from '../i18n/format';
import { words } from '../i18n/words';
import type { CohortGrain } from './cohort-words';
import type { HeatmapData } from './heatmap';

const DAY = 86_400_000;

/** Number of the period that a day begins, and the first day of a numbered one. Days are 'YYYY-MM-DD'. */
const PERIODS: Record<CohortGrain, { number: (day: Date) => number; start: (number: number) => Date }> = {
  day: { number: (day) => day.getTime() / DAY, start: (number) => new Date(number * DAY) },
  // Day 0, 1 January 1970, was a Thursday; weeks begin on Monday.
  week: {
    number: (day) => Math.floor((day.getTime() / DAY + 3) / 7),
    start: (number) => new Date((number * 7 - 3) * DAY),
  },
  month: months(1),
  quarter: months(3),
  year: months(12),
};

function months(length: number) {
  return {
    number: (day: Date) => Math.floor((day.getUTCFullYear() * 12 + day.getUTCMonth()) / length),
    start: (number: number) => dateOf(number * length),
  };
}

function dateOf(month: number): Date {
  const date = new Date(Date.UTC(2000, month % 12, 1));
  date.setUTCFullYear(Math.floor(month / 12));
  return date;
}

/**
 * The same cells, one column for each calendar period: a row begins where its customers first bought, so that a column shows a
 * season. There is no pooled row: a column holds rows of every age.
 */
export function byPeriod({ average: _pooled, ...data }: HeatmapData, grain: CohortGrain): HeatmapData {
  const { number, start } = PERIODS[grain];
  const startOf = new Map(data.rows.map(({ key }) => [key, number(new Date(`${key}T00:00:00Z`))]));
  const reached = data.cells.map(({ row, age }) => (startOf.get(row) ?? 0) + age);
  const first = Math.min(...startOf.values());
  const last = reached.reduce((most, one) => Math.max(most, one), first);
  const named = (column: number) => {
    const day = start(column).toISOString().slice(0, 10);
    return grain === 'day' ? format.date(day) : format.period(day, grain, 'short');
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
