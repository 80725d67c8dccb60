import { fail, type Outcome } from '../domain/outcome';
import { fitLikelihood, type Fit, type FitProblem } from './optimise/fit';
import { addOuter, mirror, type Likelihood } from './optimise/likelihood';
import { hypergeometricOne } from './special/hypergeometric';
import { problem } from './problems';

/** Those who could stay or go at each period, all cohorts together: `stayed[0]` is the first renewal. */
export interface Renewals {
  stayed: ArrayLike<number>;
  lost: ArrayLike<number>;
}

/** Cohorts' survivors, each from its size on, as renewals; cohorts may be of different length. */
export function renewalsOf(cohorts: readonly (readonly number[])[]): Renewals {
  const periods = Math.max(0, ...cohorts.map((cohort) => cohort.length - 1));
  const stayed = new Float64Array(periods);
  const lost = new Float64Array(periods);
  for (const cohort of cohorts)
    for (let t = 1; t < cohort.length; t++) {
      stayed[t - 1]! += cohort[t]!;
      lost[t - 1]! += cohort[t - 1]! - cohort[t]!;
    }
  return { stayed, lost };
}

/**
 * Shifted-beta-geometric: at each renewal a customer leaves with a chance of their own, θ ~ beta(alpha, beta), so that those who
 * stay are ever more loyal. Retention at the t-th renewal is (β+t−1)/(α+β+t−1). Fader and Hardie 2007, how to project
 * customer retention.
 */
export function sbgLikelihood({ stayed, lost }: Renewals): Likelihood {
  const visit = (
    theta: Float64Array,
    see: (value: number, byAlpha: number, byBeta: number, weight: number) => void,
  ) => {
    const [alpha, beta] = theta as unknown as [number, number];
    const all = alpha + beta;
    let [kept, keptByAlpha, keptByBeta] = [0, 0, 0];
    for (let t = 0; t < lost.length; t++) {
      const whole = 1 / (all + t);
      see(kept + Math.log(alpha * whole), keptByAlpha + 1 / alpha - whole, keptByBeta - whole, lost[t]!);
      kept += Math.log((beta + t) * whole);
      keptByAlpha -= whole;
      keptByBeta += 1 / (beta + t) - whole;
      const leftAtEnd = stayed[t]! - (t + 1 < lost.length ? stayed[t + 1]! + lost[t + 1]! : 0);
      see(kept, keptByAlpha, keptByBeta, leftAtEnd);
    }
  };
  return {
    names: ['alpha', 'beta'],
    scales: ['log', 'log'],
    customers: (stayed[0] ?? 0) + (lost[0] ?? 0),
    evaluate(theta, gradient) {
      gradient.fill(0);
      let sum = 0;
      visit(theta, (value, byAlpha, byBeta, weight) => {
        sum += weight * value;
        gradient[0]! += weight * byAlpha;
        gradient[1]! += weight * byBeta;
      });
      return sum;
    },
    scatter(theta) {
      const found = new Float64Array(4);
      visit(theta, (_, byAlpha, byBeta, weight) =>
        addOuter(found, Float64Array.of(byAlpha, byBeta), weight, 2),
      );
      return mirror(found, 2);
    },
  };
}

/** What makes renewals impossible to fit to; null where nothing does. Losses at two renewals at least are needed. */
export function checked({ stayed, lost }: Renewals): Outcome<never, FitProblem> | null {
  for (let t = 0; t < lost.length; t++)
    if (!(stayed[t]! >= 0 && lost[t]! >= 0)) return fail(problem('impossible-survivors', { renewal: t + 1 }));
  const informative = Array.from(lost).filter((gone, t) => gone > 0 && stayed[t]! > 0).length;
  if (informative < 2) return fail(problem('few-renewals', {}));
  return null;
}

/** Parameters (alpha, beta). Needs losses at two renewals at least. */
export const fitSbg = (renewals: Renewals): Outcome<Fit, FitProblem> =>
  checked(renewals) ??
  fitLikelihood(sbgLikelihood(renewals), {
    starts: [
      [1, 1],
      [0.5, 3],
      [2, 2],
    ],
  });

/** The share of a cohort that is left after 0, 1 … `periods` renewals. */
export function sbgSurvival(
  [alpha, beta]: ArrayLike<number> & Iterable<number>,
  periods: number,
): Float64Array {
  const survival = new Float64Array(periods + 1).fill(1);
  for (let t = 1; t <= periods; t++)
    survival[t] = survival[t - 1]! * ((beta! + t - 1) / (alpha! + beta! + t - 1));
  return survival;
}

/**
 * Discounted expected residual lifetime, in renewals, of a customer who has made n − 1 renewals and is about to decide the
 * n-th. Fader and Hardie 2010, customer-base valuation in a contractual setting.
 * @param discount per period, above 0: 0.1 is 10 %
 */
export function sbgResidual(
  [alpha, beta]: ArrayLike<number> & Iterable<number>,
  n: number,
  discount: number,
): number {
  const all = alpha! + beta! + n;
  return ((beta! + n - 1) / (all - 1)) * hypergeometricOne(beta! + n, all, 1 / (1 + discount));
}
