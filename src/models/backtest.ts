import type { Histories } from './histories';
import { remembered } from './remembered';
import { overPhases, type Parameters, type PurchaseModel } from './purchase-model';

/** What a model said of a time that it had not seen, beside what happened. Occasions are of all customers together. */
export interface Backtest {
  customers: number;
  expected: number;
  actual: number;
  /** (expected − actual) / actual; null where nothing happened. */
  total_error: number | null;
  /** Mean of |expected − actual| over customers. */
  mean_absolute_error: number;
  /** The same of the guess that everybody buys as many times as the mean customer: what has to be beaten. */
  naive_absolute_error: number;
  /** By repeats before: 0, 1 … 6, 7 and more. */
  by_frequency: { frequency: number; customers: number; expected: number; actual: number }[];
  /** Tenths of the customers by P(alive), lowest first: who was expected to still buy, and the share who did. */
  by_alive: { p_alive: number; expected_buyers: number; buyers: number; customers: number }[];
}

/** With what was said of a customer of each entry. */
export interface Told extends Backtest {
  said: Float64Array;
}

export const TOP_FREQUENCY = 7;

/**
 * @param later occasions of the holdout, summed over the customers of each entry
 * @param laterBuyers how many of them bought in it
 * @param horizon length of the holdout, in the unit of the histories
 * @param absolute Σ |expected − actual| of an entry, given what to expect of each: from the counts of the entry
 */
export function backtest(
  model: PurchaseModel,
  theta: Parameters,
  histories: Histories,
  later: ArrayLike<number>,
  laterBuyers: ArrayLike<number>,
  horizon: number,
  absolute?: (entry: number, expected: number) => number,
): Told {
  const { frequency, recency, age, customers } = histories;
  const bins = Array.from({ length: TOP_FREQUENCY + 1 }, (_, bin) => ({
    ...{ frequency: bin, customers: 0, expected: 0, actual: 0 },
  }));
  const seen: { p: number; again: number; buyers: number; w: number }[] = [];
  const said = new Float64Array(frequency.length);
  const aheadOf = remembered((x, T, phase) => ({
    expected: model.expectedAlive(theta, x, T, horizon, phase),
    none: model.chancesAlive(theta, x, T, horizon, 0, phase)[0]!,
  }));
  let [all, expected, actual, off] = [0, 0, 0, 0];
  for (let i = 0; i < frequency.length; i++) {
    const history = { frequency: frequency[i]!, recency: recency[i]!, age: age[i]! };
    const w = customers[i]!;
    const alive = model.pAlive(theta, history);
    const ahead = (phase: number) => aheadOf(history.frequency, history.age, phase);
    const each = alive * overPhases(model, theta, history, (phase) => ahead(phase).expected);
    const none = overPhases(model, theta, history, (phase) => ahead(phase).none);
    said[i] = each;
    const bin = bins[Math.min(history.frequency, TOP_FREQUENCY)]!;
    bin.customers += w;
    bin.expected += w * each;
    bin.actual += later[i]!;
    all += w;
    expected += w * each;
    actual += later[i]!;
    off += absolute ? absolute(i, each) : Math.abs(w * each - later[i]!);
    seen.push({ p: alive, again: alive * (1 - none), buyers: laterBuyers[i]!, w });
  }
  const mean = all > 0 ? actual / all : 0;
  let naive = 0;
  for (let i = 0; i < frequency.length; i++)
    naive += absolute ? absolute(i, mean) : Math.abs(customers[i]! * mean - later[i]!);
  return {
    customers: all,
    expected,
    actual,
    total_error: actual > 0 ? (expected - actual) / actual : null,
    mean_absolute_error: all > 0 ? off / all : 0,
    naive_absolute_error: all > 0 ? naive / all : 0,
    by_frequency: bins.filter((bin) => bin.customers > 0),
    by_alive: tenths(seen, all),
    said,
  };
}

function tenths(seen: { p: number; again: number; buyers: number; w: number }[], all: number) {
  const found: Backtest['by_alive'] = [];
  const sorted = [...seen].sort((one, other) => one.p - other.p);
  let sum = 0;
  let at = -1;
  let before = NaN;
  for (const { p, again, buyers, w } of sorted) {
    // Equal chances stay together, so that a tenth is not cut through people who are alike.
    const wanted = Math.min(9, Math.floor((10 * sum) / all));
    if (p !== before && (at < 0 || wanted > at)) {
      at = Math.max(wanted, at + 1);
      found.push({ p_alive: 0, expected_buyers: 0, buyers: 0, customers: 0 });
    }
    const tenth = found.at(-1)!;
    tenth.p_alive += w * p;
    tenth.expected_buyers += w * again;
    tenth.buyers += buyers;
    tenth.customers += w;
    sum += w;
    before = p;
  }
  return found.map((tenth) => ({ ...tenth, p_alive: tenth.p_alive / tenth.customers }));
}

/**
 * Repeat occasions of all customers from the first day to each of the times, as the model expects them of newcomers.
 * @param starts when customers came, and how many
 */
export function trackingOf(
  model: PurchaseModel,
  theta: Parameters,
  starts: readonly { at: number; customers: number }[],
  ends: readonly number[],
): number[] {
  return ends.map((end) =>
    starts.reduce(
      (sum, { at, customers }) => (end > at ? sum + customers * model.expectedNew(theta, end - at) : sum),
      0,
    ),
  );
}

/** How many customers the model expects with 0, 1 … `most` − 1 and with `most` and more repeats at the end of their age. */
export function expectedRepeats(
  model: PurchaseModel,
  theta: Parameters,
  { age, customers }: Histories,
  most: number,
): number[] {
  const byAge = new Map<number, number>();
  age.forEach((T, i) => byAge.set(T, (byAge.get(T) ?? 0) + customers[i]!));
  const found = Array.from({ length: most + 1 }, () => 0);
  for (const [T, w] of byAge) {
    const chances = model.chancesNew(theta, T, most - 1);
    let rest = 1;
    chances.forEach((chance, n) => {
      found[n]! += w * chance;
      rest -= chance;
    });
    found[most]! += w * rest;
  }
  return found;
}
