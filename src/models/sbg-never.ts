import type { Outcome } from '../domain/outcome';
import { fitLikelihood, type Fit, type FitProblem } from './optimise/fit';
import { addOuter, mirror, type Likelihood } from './optimise/likelihood';
import { checked, sbgSurvival, type Renewals } from './shifted-beta-geometric';

/**
 * Shifted-beta-geometric with some for whom it never ends: S(t) = π + (1 − π) · B(α, β + t) ÷ B(α, β), π = odds ÷ (1 + odds). As the
 * never-triers of Fader, Hardie and Zeithammer 2003, forecasting new product trial.
 */
export function sbgNeverLikelihood({ stayed, lost }: Renewals): Likelihood {
  const visit = (
    theta: Float64Array,
    see: (value: number, by: readonly [number, number, number], weight: number) => void,
  ) => {
    const [alpha, beta, odds] = theta as unknown as [number, number, number];
    const all = alpha + beta;
    const ever = 1 / (1 + odds);
    let [kept, keptByAlpha, keptByBeta] = [0, 0, 0];
    for (let t = 0; t < lost.length; t++) {
      const whole = 1 / (all + t);
      see(
        Math.log(ever) + kept + Math.log(alpha * whole),
        [keptByAlpha + 1 / alpha - whole, keptByBeta - whole, -ever],
        lost[t]!,
      );
      kept += Math.log((beta + t) * whole);
      keptByAlpha -= whole;
      keptByBeta += 1 / (beta + t) - whole;
      const leftAtEnd = stayed[t]! - (t + 1 < lost.length ? stayed[t + 1]! + lost[t + 1]! : 0);
      // S = (odds + K) ÷ (1 + odds), K being the survival of those for whom it ends.
      const share = Math.exp(kept);
      const ends = share / (odds + share);
      see(
        Math.log(odds + share) + Math.log(ever),
        [ends * keptByAlpha, ends * keptByBeta, 1 / (odds + share) - ever],
        leftAtEnd,
      );
    }
  };
  return {
    names: ['alpha', 'beta', 'odds'],
    scales: ['log', 'log', 'log'],
    customers: (stayed[0] ?? 0) + (lost[0] ?? 0),
    evaluate(theta, gradient) {
      gradient.fill(0);
      let sum = 0;
      visit(theta, (value, by, weight) => {
        if (weight === 0) return;
        sum += weight * value;
        by.forEach((one, i) => (gradient[i]! += weight * one));
      });
      return sum;
    },
    scatter(theta) {
      const found = new Float64Array(9);
      visit(theta, (_, by, weight) => addOuter(found, Float64Array.from(by), weight, 3));
      return mirror(found, 3);
    },
  };
}

/** Parameters (alpha, beta, odds of never). */
export function fitSbgNever(renewals: Renewals): Outcome<Fit, FitProblem> {
  const problem = checked(renewals);
  return (
    problem ??
    fitLikelihood(sbgNeverLikelihood(renewals), {
      starts: [
        [1, 2, 1],
        [2, 10, 2],
        [1, 1, 0.2],
      ],
    })
  );
}

/** The share that is left after 0, 1 … `periods` times. */
export function sbgNeverSurvival(
  [alpha, beta, odds]: ArrayLike<number> & Iterable<number>,
  periods: number,
): Float64Array {
  return sbgSurvival([alpha!, beta!], periods).map((share) => (odds! + share) / (odds! + 1));
}
