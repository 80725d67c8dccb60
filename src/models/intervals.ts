import { wilson } from './wilson';

export interface Difference {
  /** The first share less the second. */
  difference: number;
  low: number;
  high: number;
}

/**
 * Newcombe's hybrid score interval at 95 % of the difference of two independent shares (Newcombe 1998, method 10).
 *
 * d = p1 − p2; low = d − √((p1 − l1)² + (u2 − p2)²), high = d + √((u1 − p1)² + (p2 − l2)²), l and u from Wilson.
 * @param hits of `trials`, at least 1 trial each; whole numbers
 * @returns shares −1..1; NaN where one of the two was never tried
 * @example newcombe([56, 70], [48, 80]) → { difference: 0.2, low: 0.052431, high: 0.333873 }
 */
export function newcombe(
  [hits, trials]: readonly [number, number],
  [otherHits, otherTrials]: readonly [number, number],
): Difference {
  const [first, second] = [hits / trials, otherHits / otherTrials];
  const [one, other] = [wilson(hits, trials), wilson(otherHits, otherTrials)];
  const difference = first - second;
  return {
    difference,
    low: difference - Math.hypot(first - one.low, other.high - second),
    high: difference + Math.hypot(one.high - first, second - other.low),
  };
}
