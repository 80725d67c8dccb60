import { Z_95 } from './special/normal';

/**
 * Wilson score interval of a share: how far the true share may lie from the one that was seen.
 *
 * (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), Wilson 1927, equation as in Newcombe 1998, method 3.
 * @param successes whole number, 0..n
 * @param n trials, at least 1
 * @returns shares 0..1; NaN for both where n is 0
 * @example wilson(37, 120) → { low: 0.232727, high: 0.395830 }
 */
export function wilson(successes: number, n: number): { low: number; high: number } {
  const p = successes / n;
  const z2n = (Z_95 * Z_95) / n;
  const centre = p + z2n / 2;
  const half = Math.sqrt(z2n * (p * (1 - p) + z2n / 4));
  return { low: Math.max((centre - half) / (1 + z2n), 0), high: Math.min((centre + half) / (1 + z2n), 1) };
}
