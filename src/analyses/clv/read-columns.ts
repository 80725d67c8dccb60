import type { Histories } from '../../models/histories';
import type { FitColumns } from '../define';

/** What `histories.sql` brings, kind by kind. Times are days. */
export interface Bought {
  /** Everybody up to the day of the scores; `mean` and `squares` are sums over the customers of an entry. */
  all: Histories & { mean: Float64Array; squares: Float64Array; isLeftCut: boolean[] };
  /** Up to the cut, with what each customer of the entry did afterwards. */
  past: Histories & { later: Float64Array; net: Float64Array };
  spend: { frequency: Float64Array; mean: Float64Array; customers: Float64Array };
  /** Newcomers and repeats by day since the first. */
  days: { day: number; newcomers: number; repeats: number }[];
  starts_on: string;
  cut_on: string;
  scored_on: string;
  as_of: string;
}

const dayText = (milliseconds: unknown) => new Date(Number(milliseconds)).toISOString().slice(0, 10);

export function readColumns(columns: FitColumns): Bought {
  const column = (name: string) => columns[name]!;
  const kinds = column('kind');
  const of = (kind: string) => Array.from(kinds).flatMap((one, i) => (one === kind ? [i] : []));
  const numbers = (name: string, rows: number[]) => Float64Array.from(rows, (i) => Number(column(name)[i]));
  const histories = (rows: number[]): Histories => ({
    frequency: Int32Array.from(rows, (i) => Number(column('frequency')[i])),
    recency: numbers('recency', rows),
    age: numbers('age', rows),
    customers: numbers('customers', rows),
  });
  const [all, past, spend, days] = ['all', 'past', 'spend', 'day'].map(of) as [
    number[],
    number[],
    number[],
    number[],
  ];
  const date = (name: string) => (kinds.length > 0 ? dayText(column(name)[0]) : '');
  return {
    all: {
      ...histories(all),
      mean: numbers('mean', all),
      squares: numbers('mean_squares', all),
      isLeftCut: all.map((i) => column('is_left_cut')[i] === true),
    },
    past: { ...histories(past), later: numbers('later', past), net: numbers('later_net', past) },
    spend: {
      frequency: numbers('frequency', spend),
      mean: numbers('mean', spend),
      customers: numbers('customers', spend),
    },
    days: days.map((i) => ({
      day: Number(column('age')[i]),
      newcomers: Number(column('customers')[i]),
      repeats: Number(column('later')[i]),
    })),
    starts_on: date('starts_on'),
    cut_on: date('cut_on'),
    scored_on: date('scored_on'),
    as_of: date('as_of'),
  };
}

export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Some entries of a set of histories, their times in the unit that is fitted in. */
export function chosen(
  { frequency, recency, age, customers }: Histories,
  rows: number[],
  unitDays: number,
): Histories {
  return {
    frequency: Int32Array.from(rows, (i) => frequency[i]!),
    recency: Float64Array.from(rows, (i) => recency[i]! / unitDays),
    age: Float64Array.from(rows, (i) => age[i]! / unitDays),
    customers: Float64Array.from(rows, (i) => customers[i]!),
  };
}
