import { betaQuantile } from './special/beta';
import { logBeta } from './special/gamma';
import { maximise } from './optimise/maximise';
import { digamma } from './special/gamma';

/** How the shares of groups are spread: beta(a, b). Its mean is a / (a + b), and a + b is how many trials it is worth. */
export interface BetaPrior {
  a: number;
  b: number;
}

const MOST_TRIALS = 1e5;

/**
 * The spread of the true shares of groups, from what was counted in them, as the beta that makes it most likely (empirical
 * Bayes). Null where nothing tells: fewer than two groups, or nobody and everybody alone.
 * @param successes whole numbers, one for each group
 * @param trials as many, none smaller
 */
export function betaPrior(successes: readonly number[], trials: readonly number[]): BetaPrior | null {
  const [d, n] = [successes, trials].map((counts) => counts.reduce((sum, value) => sum + value, 0)) as [
    number,
    number,
  ];
  if (successes.length < 2 || d === 0 || d === n) return null;
  const found = maximise(
    (u, gradient) => {
      const [a, b] = [Math.exp(u[0]!), Math.exp(u[1]!)];
      if (!(a + b < MOST_TRIALS) || !(a > 1e-6) || !(b > 1e-6)) return -Infinity;
      let [value, byA, byB] = [0, 0, 0];
      successes.forEach((won, i) => {
        const lost = trials[i]! - won;
        value += logBeta(a + won, b + lost) - logBeta(a, b);
        const all = digamma(a + b) - digamma(a + b + won + lost);
        byA += digamma(a + won) - digamma(a) + all;
        byB += digamma(b + lost) - digamma(b) + all;
      });
      gradient[0] = (a * byA) / n;
      gradient[1] = (b * byB) / n;
      return value / n;
    },
    [Math.log((4 * d) / n), Math.log((4 * (n - d)) / n)],
  );
  const [a, b] = [Math.exp(found.u[0]!), Math.exp(found.u[1]!)];
  return Number.isFinite(found.value) ? { a, b } : null;
}

/**
 * The share of a small group, drawn towards that of all groups: (d + a) / (n + a + b), with the band in which the true share lies
 * with the given chance.
 */
export function shrunkShare({ a, b }: BetaPrior, successes: number, trials: number, chance = 0.95) {
  const [up, down] = [a + successes, b + trials - successes];
  return {
    share: up / (up + down),
    low: betaQuantile((1 - chance) / 2, up, down),
    high: betaQuantile((1 + chance) / 2, up, down),
  };
}
