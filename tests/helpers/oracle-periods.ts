export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';
export type Clock = 'calendar' | 'rolling';

/** By what periods and from where ages are counted. */
export interface Clocking {
  grain: Grain;
  clock: Clock;
}

const DAY = 86_400_000;
/** Days of a rolling age. */
export const ROLLING: Record<Grain, number> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };

/** First day of the period that begins `ages` periods after the one that holds this day. */
export function periodStart(day: number, grain: Grain, ages = 0): number {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (grain === 'day') return day + ages;
  if (grain === 'week') return day - ((date.getUTCDay() + 6) % 7) + 7 * ages;
  if (grain === 'month') return Date.UTC(year, month + ages, 1) / DAY;
  if (grain === 'quarter') return Date.UTC(year, month - (month % 3) + 3 * ages, 1) / DAY;
  return Date.UTC(year + ages, 0, 1) / DAY;
}

export function hasBegun(cohort: number, age: number, asOf: number, { grain, clock }: Clocking): boolean {
  return clock === 'rolling'
    ? cohort + age * ROLLING[grain] <= asOf
    : periodStart(cohort, grain, age) <= asOf;
}

export function isComplete(cohort: number, age: number, asOf: number, { grain, clock }: Clocking): boolean {
  if (clock === 'calendar') return periodStart(cohort, grain, age + 1) - 1 <= asOf;
  return periodStart(cohort, grain, 1) - 1 + (age + 1) * ROLLING[grain] <= asOf;
}
