import type { Answers, OpenQuestion } from '../../domain/said/questions';
import { isBuddhistYear } from './date-eras';
import { plainDigits } from '../numbers/digits';

/** The first and the last day of a column, 'YYYY-MM-DD'. */
export interface Span {
  from: string;
  to: string;
}

/** Whether a spreadsheet took the day of half the dates for their month; `kept` and `swapped` are what either answer leads to. */
export const swappedDatesQuestion = (
  column: string,
  { real, texts, kept, swapped }: { real: number; texts: number; kept: Span; swapped: Span },
): OpenQuestion => ({
  id: 'swapped_dates',
  column,
  values: { column, real, texts },
  options: [
    { value: 'swap', label: { id: 'swap', values: swapped } },
    { value: 'keep', label: { id: 'swap-not', values: kept } },
  ],
  examples: [],
});

/** A year that something beside the dates names. */
export interface NamedYear {
  year: number;
  where: NonNullable<Answers['year']['named_in']>;
}

/** Years that a text names, in the order in which they stand. */
export const yearsIn = (text: string): number[] =>
  [...plainDigits(text).matchAll(/(?<!\d)(?:19[89]\d|20\d\d|25[4-9]\d)(?!\d)/g)].map(([year]) =>
    isBuddhistYear(Number(year)) ? Number(year) - 543 : Number(year),
  );

const MOST_YEARS = 8;

/** Which year dates without one are of: what the file names stands first, then this year and those before it. */
export function yearQuestion(
  column: string,
  example: string,
  named: readonly NamedYear[],
  thisYear: number,
  turns: number,
): OpenQuestion {
  const years = [
    ...new Set([...named.map(({ year }) => year), ...[0, 1, 2, 3, 4, 5].map((ago) => thisYear - ago)]),
  ].slice(0, MOST_YEARS);
  const label = (year: number): Answers['year'] => ({
    year: String(year),
    named_in: named.find((one) => one.year === year)?.where ?? null,
    until: turns === 0 ? null : String(year + turns),
  });
  return {
    id: 'year',
    column,
    values: { column, example },
    options: years.map((year) => ({ value: String(year), label: { id: 'year', values: label(year) } })),
    examples: [example],
  };
}

/** A row from which on another month stands. */
export interface MonthBegins {
  row: number;
  month: number;
}

/** A step of so many months against the order of the rows is a new year; of fewer, a late entry. */
const HALF_A_YEAR = 6;

/**
 * Where dates without a year go over into the next one, or, with the newest row first, into the one before: rows (from 0) and by
 * how many years they differ from the first row. None where the rows stand in no order.
 */
export function turnsOfYear(months: readonly MonthBegins[]): { row: number; years: number }[] {
  const steps = months.slice(1).map(({ row, month }, i) => ({ row, step: month - months[i]!.month }));
  const small = steps.filter(({ step }) => Math.abs(step) < HALF_A_YEAR);
  const on = small.filter(({ step }) => step > 0).length;
  const back = small.length - on;
  const isRising = on >= back;
  if (Math.min(on, back) > 0.2 * small.length) return [];
  const turns: { row: number; years: number }[] = [];
  let years = 0;
  for (const { row, step } of steps) {
    if (Math.abs(step) < HALF_A_YEAR) continue;
    const next = years + (step < 0 ? 1 : -1);
    // The first row's year is that of the first row: only a late entry goes back on a turn.
    if (isRising ? next < 0 : next > 0) continue;
    years = next;
    turns.push({ row, years });
  }
  return turns;
}
