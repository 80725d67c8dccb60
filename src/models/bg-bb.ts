import { fail, type Outcome } from '../domain/outcome';
import { fitLikelihood, type Fit, type FitProblem } from './optimise/fit';
import { addOuter, mirror, type Likelihood } from './optimise/likelihood';
import { digamma, logBeta } from './special/gamma';
import { hypergeometricOne } from './special/hypergeometric';
import { problem } from './problems';

/** Histories over occasions that everybody has, such as years: bought at `frequency` of `occasions`, last at `recency`. */
export interface Opportunities {
  frequency: ArrayLike<number>;
  /** Number of the last occasion with a purchase, from 1; 0 for none. */
  recency: ArrayLike<number>;
  occasions: ArrayLike<number>;
  customers: ArrayLike<number>;
}

type Theta = readonly [alpha: number, beta: number, gamma: number, delta: number];

/** ln of each way a history can have come about: alive to the end, or gone after occasion t_x + i. */
function ways([alpha, beta, gamma, delta]: Theta, x: number, last: number, n: number): Float64Array {
  const constant = logBeta(alpha, beta) + logBeta(gamma, delta);
  return Float64Array.from({ length: n - last + 1 }, (_, i) =>
    i === n - last
      ? logBeta(alpha + x, beta + n - x) + logBeta(gamma, delta + n) - constant
      : logBeta(alpha + x, beta + last - x + i) + logBeta(gamma + 1, delta + last + i) - constant,
  );
}

function logSum(logs: Float64Array): number {
  const top = logs.reduce((most, value) => Math.max(most, value), -Infinity);
  return top + Math.log(logs.reduce((sum, value) => sum + Math.exp(value - top), 0));
}

/** ln L of one history of the BG/BB model. */
export const bgBbLogLikelihood = (theta: Theta, x: number, last: number, n: number): number =>
  logSum(ways(theta, x, last, n));

/**
 * BG/BB: at each occasion a customer buys with a chance of their own, beta(alpha, beta), and before each leaves for good with
 * another, beta(gamma, delta). Fader, Hardie and Shang 2010, customer-base analysis in a discrete-time noncontractual setting.
 */
export function bgBbLikelihood({ frequency, recency, occasions, customers }: Opportunities): Likelihood {
  const visit = (theta: Float64Array, see: (value: number, slopes: Float64Array, weight: number) => void) => {
    const at = Array.from(theta) as unknown as Theta;
    const [alpha, beta, gamma, delta] = at;
    const [byAll, byEnd] = [digamma(alpha + beta), digamma(gamma + delta)];
    const own = [digamma(alpha), digamma(beta), digamma(gamma), digamma(delta)];
    const slopes = new Float64Array(4);
    for (let i = 0; i < frequency.length; i++) {
      const [x, last, n] = [frequency[i]!, recency[i]!, occasions[i]!];
      const logs = ways(at, x, last, n);
      const value = logSum(logs);
      slopes.set([byAll - own[0]!, byAll - own[1]!, byEnd - own[2]!, byEnd - own[3]!]);
      logs.forEach((log, k) => {
        const share = Math.exp(log - value);
        const seen = last + k;
        const left = seen < n ? 1 : 0;
        const [all, end] = [digamma(alpha + beta + seen), digamma(gamma + left + delta + seen)];
        slopes[0]! += share * (digamma(alpha + x) - all);
        slopes[1]! += share * (digamma(beta + seen - x) - all);
        slopes[2]! += share * (digamma(gamma + left) - end);
        slopes[3]! += share * (digamma(delta + seen) - end);
      });
      see(value, slopes, customers[i]!);
    }
  };
  return {
    names: ['alpha', 'beta', 'gamma', 'delta'],
    scales: ['log', 'log', 'log', 'log'],
    customers: Array.from(customers).reduce((sum, w) => sum + w, 0),
    evaluate(theta, gradient) {
      gradient.fill(0);
      let sum = 0;
      visit(theta, (value, slopes, weight) => {
        sum += weight * value;
        for (let j = 0; j < 4; j++) gradient[j]! += weight * slopes[j]!;
      });
      return sum;
    },
    scatter(theta) {
      const found = new Float64Array(16);
      visit(theta, (_, slopes, weight) => addOuter(found, slopes, weight, 4));
      return mirror(found, 4);
    },
  };
}

/** Parameters (alpha, beta, gamma, delta). */
export function fitBgBb(opportunities: Opportunities): Outcome<Fit, FitProblem> {
  const { frequency, recency, occasions } = opportunities;
  for (let i = 0; i < frequency.length; i++) {
    const [x, last, n] = [frequency[i]!, recency[i]!, occasions[i]!];
    const isPossible =
      [x, last, n].every(Number.isInteger) && x >= 0 && x <= last && last <= n && (x > 0 || last === 0);
    if (!isPossible)
      return fail(problem('impossible-occasions', { entry: i + 1, bought: x, occasions: n, last }));
  }
  if (!Array.from(frequency).some((x) => x > 0)) return fail(problem('no-purchases', {}));
  return fitLikelihood(bgBbLikelihood(opportunities), {
    starts: [
      [1, 1, 1, 2],
      [0.5, 2, 0.5, 3],
    ],
  });
}

/** The chance that a customer is still there at occasion n + 1. */
export function bgBbAlive(theta: Theta, x: number, last: number, n: number): number {
  const [alpha, beta, gamma, delta] = theta;
  const log =
    logBeta(alpha + x, beta + n - x) +
    logBeta(gamma, delta + n + 1) -
    logBeta(alpha, beta) -
    logBeta(gamma, delta);
  return Math.exp(log - bgBbLogLikelihood(theta, x, last, n));
}

/** ln of the chance to buy at an occasion, joint with the history, without the part that falls with the occasions. */
const buying = ([alpha, beta]: Theta, x: number, n: number) =>
  logBeta(alpha + x + 1, beta + n - x) - logBeta(alpha, beta);

/** Purchases at the next `horizon` occasions: a sum of chances, so nothing is singular at gamma = 1. */
export function bgBbExpected(theta: Theta, x: number, last: number, n: number, horizon: number): number {
  const [, , gamma, delta] = theta;
  const known = buying(theta, x, n) - bgBbLogLikelihood(theta, x, last, n) - logBeta(gamma, delta);
  let sum = 0;
  for (let k = 1; k <= horizon; k++) sum += Math.exp(known + logBeta(gamma, delta + n + k));
  return sum;
}

/** All purchases still to come, those at later occasions worth less: `discount` per occasion, above 0. */
export function bgBbResidual(theta: Theta, x: number, last: number, n: number, discount: number): number {
  const [, , gamma, delta] = theta;
  const first =
    buying(theta, x, n) +
    logBeta(gamma, delta + n + 1) -
    logBeta(gamma, delta) -
    bgBbLogLikelihood(theta, x, last, n);
  const rest = hypergeometricOne(delta + n + 1, gamma + delta + n + 1, 1 / (1 + discount));
  return (Math.exp(first) * rest) / (1 + discount);
}
