import { logGamma } from './special/gamma';

/** Tables as likely as the one seen, but for rounding, count as no likelier (R takes the same slack). */
const SLACK = 1 + 1e-7;
/** What is smaller than this part of the table seen adds nothing. */
const NOTHING = 1e-17;

/** Log of the chance of `k` hits among `trials`, of `hits` among `all`, less what does not depend on k. */
const logWeight = (k: number, trials: number, hits: number, all: number): number =>
  -logGamma(k + 1) -
  logGamma(trials - k + 1) -
  logGamma(hits - k + 1) -
  logGamma(all - trials - hits + k + 1);

/**
 * Fisher's exact test of two independent shares, two-sided: how often chance alone would split the same hits at most as likely a way
 * as they are split (Fisher 1935; the two-sided rule of R's `fisher.test`).
 *
 * Weights run from the likeliest split outwards by their ratios, C(n,k) C(m,h−k), so that a table of a million takes as long as its spread.
 * Exact at every level, which an approximation by the normal law is not in the far tail where thousands of rows are judged.
 * @param hits of `trials`; whole numbers
 * @returns 0..1; NaN where one of the two was never tried
 * @example fisher([3, 4], [1, 4]) → 0.485714 (the lady tasting tea)
 */
export function fisher(
  [hits, trials]: readonly [number, number],
  [otherHits, otherTrials]: readonly [number, number],
): number {
  if (trials === 0 || otherTrials === 0) return NaN;
  const [all, marked] = [trials + otherTrials, hits + otherHits];
  const [first, last] = [Math.max(0, marked - otherTrials), Math.min(trials, marked)];
  const likeliest = Math.min(last, Math.max(first, Math.floor(((trials + 1) * (marked + 1)) / (all + 2))));
  const seen = Math.exp(logWeight(hits, trials, marked, all) - logWeight(likeliest, trials, marked, all));
  const [limit, least] = [seen * SLACK, seen * NOTHING];
  let [whole, rare] = [1, 1 <= limit ? 1 : 0];
  const add = (weight: number) => {
    whole += weight;
    if (weight <= limit) rare += weight;
  };
  const others = otherTrials - marked;
  for (let k = likeliest, weight = 1; k < last && weight > least; k++) {
    weight *= ((trials - k) / (k + 1)) * ((marked - k) / (others + k + 1));
    add(weight);
  }
  for (let k = likeliest, weight = 1; k > first && weight > least; k--) {
    weight *= (k / (trials - k + 1)) * ((others + k) / (marked - k + 1));
    add(weight);
  }
  return Math.min(1, rare / whole);
}
