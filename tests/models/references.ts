import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { groupHistories, type Histories } from '../../src/models/histories';
import { dataFile } from '../helpers/data';

type Numbers = Record<string, number>;
interface FitReference {
  params: Numbers;
  loglik: number;
  se: Numbers;
}
type ModelName = 'bg_nbd' | 'mbg_nbd' | 'pareto_nbd';
interface SetReference {
  customers: number;
  grouped_rows: number;
  repeaters: number;
  sum_x: number;
  max_x: number;
  models: Record<ModelName | 'nbd' | 'gamma_gamma', FitReference>;
  mean_p_alive: Record<ModelName, number>;
  freq_of_repeats_0to6_7plus: Record<'bg_nbd' | 'pareto_nbd' | 'actual', number[]>;
  customers_detail: Record<string, Numbers>;
  sandwich_se: Record<'bg_nbd' | 'pareto_nbd', { se: number[]; se_log: number[] }>;
  bootstrap_se: Record<'bg_nbd' | 'pareto_nbd', { sd: number[] }>;
  dert: { sum: number };
  holdout: Record<ModelName, Numbers> & {
    actual_sum: number;
    cond_expectation_by_x: Record<'actual' | 'n' | ModelName, number[]>;
  };
  tracking: { actual_cum: number[]; bg_expected_cum: number[]; pn_expected_cum: number[] };
}
interface Reference {
  cdnow_sample: SetReference;
  cdnow_sample_rounded_summary: SetReference;
  lifetimes_example_transactions: SetReference;
  donations_bgbb: FitReference & { cet5_total: number; palive: Numbers[] };
  sbg_fader_hardie_2007: Record<'regular' | 'highend', FitReference & { survival_0_12: number[] }> &
    Record<'regular_survivors' | 'highend_survivors', number[]>;
  pareto_nbd_unit_vectors_60digit: Numbers[];
  clv_lifetimes_style: { first6: number[]; total: number };
  perf_fits_days: Record<string, Numbers>;
}

/** The reference results of the data folder. */
export const reference = (): Reference =>
  JSON.parse(readFileSync(dataFile('stats', 'shared_reference.json'), 'utf8')) as Reference;

export interface Buyer {
  id: string;
  frequency: number;
  recency: number;
  age: number;
  /** Mean of the amounts of repeat days; 0 where there are none. */
  mean: number;
  /** Repeat days in the holdout. */
  later: number;
  first: number;
}

const DAY = 86_400_000;
const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / DAY;

/** Customers from a log of (id, day, amount), counted the plain way: distinct days, first day excluded from the mean. */
export function buyersOf(
  log: Iterable<[id: string, day: string, amount: number]>,
  calibrationEnd: string,
): Buyer[] {
  const end = dayOf(calibrationEnd);
  const people = new Map<string, Map<number, number>>();
  for (const [id, day, amount] of log) {
    const days = people.get(id) ?? new Map<number, number>();
    people.set(id, days);
    const at = dayOf(day);
    days.set(at, (days.get(at) ?? 0) + amount);
  }
  return [...people].flatMap(([id, days]) => {
    const all = [...days].sort((one, other) => one[0] - other[0]);
    const seen = all.filter(([day]) => day <= end);
    if (seen.length === 0) return [];
    const first = seen[0]![0];
    const repeats = seen.slice(1);
    const mean =
      repeats.length > 0 ? repeats.reduce((sum, [, amount]) => sum + amount, 0) / repeats.length : 0;
    return [
      {
        ...{ id, frequency: repeats.length, recency: seen.at(-1)![0] - first, age: end - first, mean, first },
        later: all.length - seen.length,
      },
    ];
  });
}

const rowsOf = (name: string) =>
  readFileSync(dataFile('stats', name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

/** The CDNOW sample: 2,357 customers, in days. */
export const cdnowSample = (): Buyer[] =>
  buyersOf(
    rowsOf('cdnow_sample_log.csv').map(([id, day, , amount]) => [id!, day!, Number(amount)]),
    '1997-09-30',
  );

/** All 23,570 customers, in days. */
export function cdnowMaster(): Buyer[] {
  const text = readFileSync(dataFile('real', 'cdnow/CDNOW_master.txt'), 'utf8');
  const cells = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const iso = (day: string) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
  return buyersOf(
    cells.map(([id, day, , amount]) => [id!, iso(day!), Number(amount)]),
    '1997-09-30',
  );
}

export const exampleLog = (): Buyer[] =>
  buyersOf(
    rowsOf('example_transactions.csv').map(([day, id]) => [id!, day!.slice(0, 10), 0]),
    '2014-12-31',
  );

/** The summary that Hardie published, in weeks of two decimals. */
export const roundedSummary = (): Buyer[] =>
  rowsOf('cdnow_customers_summary_with_transactions.csv').map((cells) => {
    const [id, frequency, recency, age, mean] = cells;
    return {
      ...{
        id: id!,
        frequency: Number(frequency),
        recency: Number(recency),
        age: Number(age),
        mean: Number(mean),
      },
      ...{ later: 0, first: 0 },
    };
  });

export const inWeeks = (buyers: readonly Buyer[]): Buyer[] =>
  buyers.map((buyer) => ({ ...buyer, recency: buyer.recency / 7, age: buyer.age / 7 }));

export const grouped = (buyers: readonly Buyer[]): Histories => groupHistories(buyers);

/** A simulated set, already grouped, in days. */
export function perfSet(name: string): Histories {
  const text = gunzipSync(readFileSync(dataFile('stats', `perf_${name}_grouped_cbs.csv.gz`))).toString();
  const rows = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  return {
    frequency: Int32Array.from(rows, (row) => row[0]!),
    recency: Float64Array.from(rows, (row) => row[1]!),
    age: Float64Array.from(rows, (row) => row[2]!),
    customers: Float64Array.from(rows, (row) => row[3]!),
  };
}

export const donations = () => {
  const rows = rowsOf('donations.csv').map((row) => row.map(Number));
  const column = (at: number) => rows.map((row) => row[at]!);
  return { frequency: column(0), recency: column(1), occasions: column(2), customers: column(3) };
};
