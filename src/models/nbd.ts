import { indexTimes, checkHistories, medianAge, type Histories } from './histories';
import type { Outcome } from '../domain/outcome';
import { fitLikelihood, type Fit, type FitProblem } from './optimise/fit';
import { addOuter, mirror, type Likelihood } from './optimise/likelihood';

/** NBD: everybody buys for ever at a pace of their own, λ ~ gamma(r, alpha). What the other models have to beat. */
export function nbdLikelihood(histories: Histories): Likelihood {
  const { times, ageAt } = indexTimes(histories);
  const { frequency, customers } = histories;
  const most = frequency.reduce((top, x) => Math.max(top, x), 0);
  const visit = (
    theta: Float64Array,
    see: (value: number, byR: number, byAlpha: number, weight: number) => void,
  ) => {
    const [r, alpha] = theta as unknown as [number, number];
    const [sums, slopes] = [new Float64Array(most + 1), new Float64Array(most + 1)];
    for (let j = 0; j < most; j++) {
      sums[j + 1] = sums[j]! + Math.log(r + j);
      slopes[j + 1] = slopes[j]! + 1 / (r + j);
    }
    frequency.forEach((x, i) => {
      const far = alpha + times[ageAt[i]!]!;
      const log = Math.log(alpha / far);
      see(sums[x]! + r * log - x * Math.log(far), slopes[x]! + log, r / alpha - (r + x) / far, customers[i]!);
    });
  };
  return {
    names: ['r', 'alpha'],
    scales: ['log', 'log'],
    customers: customers.reduce((sum, w) => sum + w, 0),
    evaluate(theta, gradient) {
      gradient.fill(0);
      let sum = 0;
      visit(theta, (value, byR, byAlpha, weight) => {
        sum += weight * value;
        gradient[0]! += weight * byR;
        gradient[1]! += weight * byAlpha;
      });
      return sum;
    },
    scatter(theta) {
      const found = new Float64Array(4);
      visit(theta, (_, byR, byAlpha, weight) => addOuter(found, Float64Array.of(byR, byAlpha), weight, 2));
      return mirror(found, 2);
    },
  };
}

/** Parameters (r, alpha). */
export function fitNbd(histories: Histories): Outcome<Fit, FitProblem> {
  const checked = checkHistories(histories);
  if (!checked.ok) return checked;
  const unit = medianAge(histories);
  return fitLikelihood(nbdLikelihood(histories), { starts: [[1, unit / 3]], units: [1, unit] });
}
