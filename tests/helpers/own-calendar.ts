/**
 * Weeks, years and days as a project may have them, walked day by day: no sums of shifts, so that it errs otherwise than the SQL.
 * Days are numbers since 1970.
 */
export interface OwnCalendar {
  week_start: number;
  fiscal_year_start: number;
  day_ends_at: number;
}
export type OwnGrain = 'week' | 'month' | 'quarter' | 'year';

const DAY = 86_400_000;
const SUNDAY = 7;

/** The day of business that a text such as '2024-03-02 01:30:00' belongs to; one without a clock is its own day. */
export function businessDay(text: string, { day_ends_at }: OwnCalendar): number {
  const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / DAY;
  const clock = / (\d\d):/.exec(text)?.[1];
  return clock !== undefined && Number(clock) < day_ends_at ? day - 1 : day;
}

/** Whether a period begins on a day. */
function begins(day: number, grain: OwnGrain, { week_start, fiscal_year_start }: OwnCalendar): boolean {
  const date = new Date(day * DAY);
  if (grain === 'week') return (date.getUTCDay() || SUNDAY) === week_start;
  if (date.getUTCDate() !== 1) return false;
  const month = date.getUTCMonth() + 1;
  if (grain === 'month') return true;
  if (grain === 'year') return month === fiscal_year_start;
  const quarters = [0, 3, 6, 9].map((later) => ((fiscal_year_start - 1 + later) % 12) + 1);
  return quarters.includes(month);
}

/** One period; `to` is its last day. */
export interface OwnPeriod {
  from: number;
  to: number;
}

/** All periods from that of one day to that of another. */
export function periodsBetween(first: number, last: number, grain: OwnGrain, own: OwnCalendar): OwnPeriod[] {
  let from = first;
  while (!begins(from, grain, own)) from--;
  const found: OwnPeriod[] = [];
  for (let day = from + 1; from <= last; day++)
    if (begins(day, grain, own)) {
      found.push({ from, to: day - 1 });
      from = day;
    }
  return found;
}
