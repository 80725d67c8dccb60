/** Weeks and years as the project has them; what no period is cut by, such as where a day ends, is no part of it. */
export interface Periods {
  /** The day that weeks begin on: 1 is Monday. */
  week_start: number;
  /** The month that years begin with: 1 is January. */
  fiscal_year_start: number;
}

export type PeriodGrain = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Weeks from Monday, years from January: what holds unless the project says otherwise. */
export const PLAIN_PERIODS: Periods = { week_start: 1, fiscal_year_start: 1 };

/** The periods of the choices that an answer was made with. */
export function periodsOf(choices: unknown): Periods {
  const said: Partial<Periods> = typeof choices === 'object' && choices !== null ? choices : {};
  const { week_start = 1, fiscal_year_start = 1 } = said;
  return { week_start, fiscal_year_start };
}

const DAY = 86_400_000;
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Months by which these periods begin later than those of the calendar. */
const shiftOf = (grain: keyof typeof MONTHS, { fiscal_year_start }: Periods): number =>
  grain === 'month' ? 0 : fiscal_year_start - 1;

const monthOf = (day: Date): number => day.getUTCFullYear() * 12 + day.getUTCMonth();

function firstOf(month: number): Date {
  const date = new Date(Date.UTC(2000, ((month % 12) + 12) % 12, 1));
  date.setUTCFullYear(Math.floor(month / 12));
  return date;
}

/** Day 0, 1 January 1970, was a Thursday. */
const weekOffset = ({ week_start }: Periods): number => 4 - week_start;

/** Number of the period that a day lies in: the next one is one more. Days are midnights of UTC. */
export function periodNumber(day: Date, grain: PeriodGrain, periods: Periods): number {
  const days = Math.floor(day.getTime() / DAY);
  if (grain === 'day') return days;
  if (grain === 'week') return Math.floor((days + weekOffset(periods)) / 7);
  return Math.floor((monthOf(day) - shiftOf(grain, periods)) / MONTHS[grain]);
}

/** The first day of a numbered period. */
export function periodStart(number: number, grain: PeriodGrain, periods: Periods): Date {
  if (grain === 'day') return new Date(number * DAY);
  if (grain === 'week') return new Date((number * 7 - weekOffset(periods)) * DAY);
  return firstOf(number * MONTHS[grain] + shiftOf(grain, periods));
}

/** The quarter, 1 to 4, that a day lies in, and the year that it is of: a fiscal year is named by that in which it ends. */
export function quarterOf(day: Date, periods: Periods): { quarter: number; year: number } {
  const years = periodNumber(day, 'year', periods);
  const quarter = periodNumber(day, 'quarter', periods) - years * 4 + 1;
  return { quarter, year: isFiscal(periods) ? years + 1 : years };
}

/** Years do not begin with January, so that they need a name of their own. */
export const isFiscal = ({ fiscal_year_start }: Periods): boolean => fiscal_year_start !== 1;
