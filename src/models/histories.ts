import { fail, ok, type Outcome } from '../domain/outcome';
import { problem, type ModelProblem } from './problems';

/**
 * What is known of customers, grouped: all that the models of repeat buying need. One entry for each different
 * (frequency, recency, age); the order of entries is free, and the unit of time is the caller's.
 */
export interface Histories {
  /** Repeat occasions after the first (x): whole numbers, 0 for those who never came back. */
  frequency: Int32Array;
  /** Time from the first to the last occasion (t_x); 0 where frequency is 0. */
  recency: Float64Array;
  /** Time from the first occasion to the end of the observation (T). */
  age: Float64Array;
  /** How many customers have this history: above 0, not always whole (a bootstrap weighs them anew). */
  customers: Float64Array;
  /**
   * Σ ln of all gaps between occasions of all customers: what tells regular buying from buying at random. It depends on no
   * parameter, so one number for all will do. Gaps are above 0.
   */
  logGaps?: number;
}

/** One entry for each different history, from one entry a customer or already grouped ones. */
export function groupHistories(
  rows: Iterable<{ frequency: number; recency: number; age: number; customers?: number }>,
): Histories {
  const groups = new Map<string, { frequency: number; recency: number; age: number; customers: number }>();
  for (const { frequency, recency, age, customers = 1 } of rows) {
    const key = `${frequency} ${recency} ${age}`;
    const found = groups.get(key);
    if (found) found.customers += customers;
    else groups.set(key, { frequency, recency, age, customers });
  }
  const all = [...groups.values()];
  return {
    frequency: Int32Array.from(all, (one) => one.frequency),
    recency: Float64Array.from(all, (one) => one.recency),
    age: Float64Array.from(all, (one) => one.age),
    customers: Float64Array.from(all, (one) => one.customers),
  };
}

/** Histories that can be, and that say something: otherwise what is wrong with them. */
export function checkHistories(histories: Histories): Outcome<Histories, ModelProblem> {
  const { frequency, recency, age, customers } = histories;
  let people = 0;
  let repeats = 0;
  let isVaried = false;
  for (let i = 0; i < frequency.length; i++) {
    const x = frequency[i]!;
    const tx = recency[i]!;
    const T = age[i]!;
    const w = customers[i]!;
    const isPossible =
      x >= 0 && tx >= 0 && T >= tx && w >= 0 && (x > 0 || tx === 0) && T < Infinity && w < Infinity;
    if (!isPossible)
      return fail(
        problem('impossible-history', { entry: i + 1, frequency: x, recency: tx, age: T, customers: w }),
      );
    people += w;
    repeats += x * w;
    isVaried ||= x !== frequency[0] || tx !== recency[0] || T !== age[0];
  }
  if (people === 0) return fail(problem('no-customers', {}));
  if (frequency.length === 1 && people === 1) return fail(problem('one-customer', {}));
  if (repeats === 0) return fail(problem('no-returns', {}));
  if (!isVaried) return fail(problem('all-alike', {}));
  return ok(histories);
}

/** Every `stride`-th entry: enough to find where to begin. */
export function thinned(histories: Histories, stride: number): Histories {
  const keep = <T extends Int32Array | Float64Array>(values: T) =>
    values.filter((_, i) => i % stride === 0) as T;
  const { frequency, recency, age, customers } = histories;
  return { frequency: keep(frequency), recency: keep(recency), age: keep(age), customers: keep(customers) };
}

/** Entries that a median is taken of: it sets a scale, nothing more. */
const ENTRIES_OF_MEDIAN = 10_000;

/** About the age that half of the customers have reached, in the unit of the histories; never 0. */
export function medianAge(histories: Histories): number {
  const { age, customers } = thinned(histories, Math.ceil(histories.age.length / ENTRIES_OF_MEDIAN));
  const order = Uint32Array.from(age.keys()).sort((one, other) => age[one]! - age[other]!);
  const half = customers.reduce((sum, w) => sum + w, 0) / 2;
  let sum = 0;
  for (const i of order) if ((sum += customers[i]!) >= half && age[i]! > 0) return age[i]!;
  return 1;
}

/** The places of the entries of which something is so. */
export function entriesWhere(count: number, is: (entry: number) => boolean): Int32Array {
  const found = new Int32Array(count);
  let size = 0;
  for (let i = 0; i < count; i++) if (is(i)) found[size++] = i;
  return found.subarray(0, size);
}

/** Every different time once, and where the recency and age of each entry stand among them. */
export interface TimeIndex {
  times: Float64Array;
  recencyAt: Int32Array;
  ageAt: Int32Array;
}

const MOST_DAYS = 1 << 16;

/** Logarithms are taken once a different time, not once an entry: whole days need no search. */
export function indexTimes({ recency, age }: Histories): TimeIndex {
  const isDays = (value: number) => Number.isInteger(value) && value < MOST_DAYS;
  if (age.every(isDays) && recency.every(isDays)) {
    const most = age.reduce((top, value) => Math.max(top, value), 0);
    const times = Float64Array.from({ length: most + 1 }, (_, day) => day);
    return { times, recencyAt: new Int32Array(recency), ageAt: new Int32Array(age) };
  }
  const places = new Map<number, number>();
  const placeOf = (value: number) => {
    let place = places.get(value);
    if (place === undefined) places.set(value, (place = places.size));
    return place;
  };
  const recencyAt = Int32Array.from(recency, placeOf);
  const ageAt = Int32Array.from(age, placeOf);
  return { times: Float64Array.from(places.keys()), recencyAt, ageAt };
}
