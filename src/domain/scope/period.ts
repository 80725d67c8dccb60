import { addDays, addMonths, daysBetween } from '../calendar';
import { periodStart, type Periods } from '../periods';

/** Which days are reported; the project's last complete day ends the last months. Days are 'YYYY-MM-DD', both included. */
export type ScopePeriod =
  | { kind: 'all' }
  | { kind: 'last'; months: number }
  /** A year of the project, numbered as the calendar year in which it begins. */
  | { kind: 'year'; year: number }
  | { kind: 'days'; from: string | null; to: string | null };

/** A stretch of days, both included; null for no such end. */
export interface Days {
  from: string | null;
  to: string | null;
}

const isoOf = (day: Date): string => day.toISOString().slice(0, 10);

/** The days of a period; the last months are open at their end, as everything is that the project counts. */
export function daysOf(period: ScopePeriod, asOf: string | null, periods: Periods): Days {
  switch (period.kind) {
    case 'all':
      return { from: null, to: null };
    case 'last':
      return { from: asOf && addDays(addMonths(asOf, -period.months), 1), to: null };
    case 'year': {
      const from = isoOf(periodStart(period.year, 'year', periods));
      return { from, to: addDays(isoOf(periodStart(period.year + 1, 'year', periods)), -1) };
    }
    case 'days':
      return { from: period.from, to: period.to };
  }
}

const isFirstOfMonth = (day: string): boolean => day.endsWith('-01');
const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/**
 * The days to compare with: as many just before, whole months with whole months, or the same days a year earlier. Null where there is no
 * first day, so that nothing lies before it.
 */
export function comparedDays(days: Days, how: 'before' | 'year', asOf: string | null): Days | null {
  const { from } = days;
  const to = days.to ?? asOf;
  if (!from || !to || to < from) return null;
  const after = addDays(to, 1);
  const isWhole = isFirstOfMonth(from) && isFirstOfMonth(after);
  if (how === 'year')
    return {
      from: addMonths(from, -12),
      to: isWhole ? addDays(addMonths(after, -12), -1) : addMonths(to, -12),
    };
  const months = monthNumber(after) - monthNumber(from);
  return isWhole || addMonths(from, months) === after
    ? { from: addMonths(from, -months), to: addDays(from, -1) }
    : { from: addDays(from, -daysBetween(from, after)), to: addDays(from, -1) };
}
