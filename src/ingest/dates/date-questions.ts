import type { Question } from '../../domain/evidence';
import { questions as said } from '../../i18n/en/questions';
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
): Question => ({
  id: 'swapped_dates',
  column,
  question: said.swappedDates(column, number(real), number(texts)),
  options: [
    { value: 'swap', label: said.swapped(swapped.from, swapped.to) },
    { value: 'keep', label: said.notSwapped(kept.from, kept.to) },
  ],
  examples: [],
});

const number = (n: number) => n.toLocaleString('en-US');

/** A year that something beside the dates names. */
export interface NamedYear {
  year: number;
  where: keyof typeof said.where;
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
): Question {
  const years = [
    ...new Set([...named.map(({ year }) => year), ...[0, 1, 2, 3, 4, 5].map((ago) => thisYear - ago)]),
  ].slice(0, MOST_YEARS);
  const label = (year: number) => {
    const where = named.find((one) => one.year === year)?.where;
    const first = where ? said.yearNamed(String(year), said.where[where]) : String(year);
    return turns === 0 ? first : said.yearsOver(first, String(year + turns));
  };
  return {
    id: 'year',
    column,
    question: said.year(column, example),
    options: years.map((year) => ({ value: String(year), label: label(year) })),
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
