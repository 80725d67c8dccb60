import type { Histories } from '../../models/histories';
import type { FitColumns } from '../define';

/** Mean net of a repeat day. */
export interface Spent {
  frequency: Float64Array;
  mean: Float64Array;
  customers: Float64Array;
}

/** Gaps between occasions: their length, the middle of the week they end in as days since the first, and how many. */
export interface Gaps {
  length: Float64Array;
  ended: Float64Array;
  /** 0: ended by the inner cut; 1: by the cut; 2: by the day of the scores. */
  stage: Float64Array;
  count: Float64Array;
}

/** What `histories.sql` brings, kind by kind. Times are days. */
export interface Bought {
  /** Everybody up to the day of the scores; `mean` and `squares` are sums over the customers of an entry. */
  all: Histories & { mean: Float64Array; squares: Float64Array; isLeftCut: boolean[] };
  /** Up to the cut, with what each customer of the entry did afterwards, and the net of all of them. */
  past: Histories & { mean: Float64Array; squares: Float64Array; later: Float64Array; net: Float64Array };
  /** The same up to a quarter before the cut, with what came until the cut: on it models are chosen. */
  inner: Histories & { later: Float64Array; net: Float64Array };
  gaps: Gaps;
  spend: Spent;
  /** The same up to the cut. */
  pastSpend: Spent;
  /** Newcomers and repeats by day since the first. */
  days: { day: number; newcomers: number; repeats: number }[];
  starts_on: string;
  inner_on: string;
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
  const [all = [], past = [], inner = [], gaps = [], days = []] = ['all', 'past', 'inner', 'gap', 'day'].map(
    of,
  );
  const spent = (kind: string): Spent => {
    const rows = of(kind);
    return {
      frequency: numbers('frequency', rows),
      mean: numbers('mean', rows),
      customers: numbers('customers', rows),
    };
  };
  const means = (rows: number[]) => ({ mean: numbers('mean', rows), squares: numbers('mean_squares', rows) });
  const date = (name: string) => (kinds.length > 0 ? dayText(column(name)[0]) : '');
  return {
    all: {
      ...histories(all),
      ...means(all),
      isLeftCut: all.map((i) => column('is_left_cut')[i] === true),
    },
    past: {
      ...{ ...histories(past), ...means(past) },
      ...{ later: numbers('later', past), net: numbers('later_net', past) },
    },
    inner: { ...histories(inner), later: numbers('later', inner), net: numbers('later_net', inner) },
    gaps: {
      ...{ length: numbers('recency', gaps), ended: numbers('age', gaps) },
      ...{ stage: numbers('later', gaps), count: numbers('customers', gaps) },
    },
    spend: spent('spend'),
    pastSpend: spent('past_spend'),
    days: days.map((i) => ({
      day: Number(column('age')[i]),
      newcomers: Number(column('customers')[i]),
      repeats: Number(column('later')[i]),
    })),
    starts_on: date('starts_on'),
    inner_on: date('inner_on'),
    cut_on: date('cut_on'),
    scored_on: date('scored_on'),
    as_of: date('as_of'),
  };
}

export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;
