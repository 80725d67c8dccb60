import { Z_95 } from './special/normal';
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

/**
 * Lift of two things that may go together, with its 95 % interval by the delta method on its logarithm: the same whichever is named first.
 *
 * lift = both · all ÷ (one · other); Var ln lift = 1/both − 1/one − 1/other + (2 lift − 1)/all, the delta method (Agresti 2013, 16.1)
 * for the shares of one multinomial of `all` draws; low and high = lift · exp(∓1.96 √Var).
 * @param both draws with both, at least 1; `one` and `other` those with each of the two; whole numbers
 * @example lift(12, 16, 20, 40) → { lift: 1.5, low: 1.130397, high: 1.990452 }
 */
export function lift(both: number, one: number, other: number, all: number) {
  const times = (both * all) / (one * other);
  const spread = Math.exp(
    Z_95 * Math.sqrt(Math.max(0, 1 / both - 1 / one - 1 / other + (2 * times - 1) / all)),
  );
  return { lift: times, low: times / spread, high: times * spread };
}
