import { wilson } from './wilson';

/**
 * Interval of the difference of two independent shares, p − q: how far the true difference may lie from the one that was seen.
 *
 * Newcombe 1998, method 10: d − √((p − l₁)² + (u₂ − q)²) … d + √((u₁ − p)² + (q − l₂)²) with Wilson's limits l and u.
 * @param one successes of the first group, whole number 0..n
 * @param n its trials, at least 1
 * @returns shares −1..1; NaN for all where a group is empty
 * @example newcombe(56, 70, 48, 80) → { difference: 0.2, low: 0.052396, high: 0.333920 }
 */
export function newcombe(one: number, n: number, other: number, m: number) {
  const [p, q] = [one / n, other / m];
  const [a, b] = [wilson(one, n), wilson(other, m)];
  const difference = p - q;
  return {
    difference,
    low: difference - Math.hypot(p - a.low, b.high - q),
    high: difference + Math.hypot(a.high - p, q - b.low),
  };
}
