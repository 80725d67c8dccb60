import { fail, ok, type Outcome } from '../domain/outcome';
import { fitLikelihood, type Fit, type FitProblem } from './optimise/fit';
import { addOuter, mirror, type Likelihood } from './optimise/likelihood';
import { digamma, logGamma } from './special/gamma';
import { problem } from './problems';

/** What repeat buyers spend on an occasion, one entry for each different (frequency, mean). */
export interface Spending {
  /** Repeat occasions, 1 or more. */
  frequency: ArrayLike<number>;
  /** Mean of an occasion's amount over them, above 0, in any one currency. */
  mean: ArrayLike<number>;
  customers: ArrayLike<number>;
}

/**
 * The log-likelihood of the Gamma-Gamma model of spending and its gradient by (p, q, gamma): an occasion's amount is gamma(p, ν),
 * ν of each customer's own from gamma(q, gamma). Fader, Hardie and Lee 2005, RFM and CLV; Fader and Hardie 2013, note 25.
 */
export function gammaGammaLikelihood({ frequency, mean, customers }: Spending): Likelihood {
  const visit = (theta: Float64Array, see: (value: number, slopes: Float64Array, weight: number) => void) => {
    const [p, q, gamma] = theta as unknown as [number, number, number];
    const [ofQ, slopeOfQ] = [logGamma(q), digamma(q)];
    const ofX = new Map<number, readonly [number, number, number]>();
    const slopes = new Float64Array(3);
    for (let i = 0; i < frequency.length; i++) {
      const [x, m] = [frequency[i]!, mean[i]!];
      let terms = ofX.get(x);
      if (!terms) {
        const all = digamma(p * x + q);
        terms = [logGamma(p * x + q) - logGamma(p * x) - ofQ, x * (all - digamma(p * x)), all - slopeOfQ];
        ofX.set(x, terms);
      }
      const [logM, logX, logSum] = [Math.log(m), Math.log(x), Math.log(gamma + x * m)];
      slopes[0] = terms[1] + x * (logM + logX - logSum);
      slopes[1] = terms[2] + Math.log(gamma) - logSum;
      slopes[2] = q / gamma - (p * x + q) / (gamma + x * m);
      const value = terms[0] + q * Math.log(gamma) + (p * x - 1) * logM + p * x * logX - (p * x + q) * logSum;
      see(value, slopes, customers[i]!);
    }
  };
  return {
    names: ['p', 'q', 'gamma'],
    scales: ['log', 'log', 'log'],
    customers: Array.from(customers).reduce((sum, w) => sum + w, 0),
    evaluate(theta, gradient) {
      gradient.fill(0);
      let sum = 0;
      visit(theta, (value, slopes, weight) => {
        sum += weight * value;
        for (let j = 0; j < 3; j++) gradient[j]! += weight * slopes[j]!;
      });
      return sum;
    },
    scatter(theta) {
      const found = new Float64Array(9);
      visit(theta, (_, slopes, weight) => addOuter(found, slopes, weight, 3));
      return mirror(found, 3);
    },
  };
}

/** Parameters (p, q, gamma); gamma in the currency of the means. Amounts of 0 or less are refused: leave them out and say so. */
export function fitGammaGamma(spending: Spending): Outcome<Fit, FitProblem> {
  const { frequency, mean, customers } = spending;
  const isSpent = (i: number) => frequency[i]! >= 1 && mean[i]! > 0 && mean[i]! < Infinity;
  if (frequency.length < 3) return fail(problem('few-spenders', {}));
  for (let i = 0; i < frequency.length; i++)
    if (!isSpent(i))
      return fail(problem('impossible-spending', { entry: i + 1, repeats: frequency[i]!, mean: mean[i]! }));
  const scale = Array.from(mean).sort((a, b) => a - b)[Math.floor(mean.length / 2)]!;
  const scaled = gammaGammaLikelihood({ frequency, mean: Array.from(mean, (m) => m / scale), customers });
  const found = fitLikelihood(scaled, {
    starts: [
      [1, 2, 1],
      [5, 4, 1],
      [1, 1, 1],
    ],
  });
  return found.ok ? ok(inCurrency(found.value, scale)) : found;
}

/** A fit to amounts divided by `scale` as one to the amounts themselves. */
function inCurrency(fit: Fit, scale: number): Fit {
  const grown = (values: Float64Array) => values.map((value, i) => (i === 2 ? value * scale : value));
  const log_likelihood = fit.log_likelihood - fit.customers * Math.log(scale);
  const worse = 2 * fit.customers * Math.log(scale);
  return {
    ...fit,
    parameters: grown(fit.parameters),
    errors: grown(fit.errors),
    hessian_errors: grown(fit.hessian_errors),
    log_likelihood,
    aic: fit.aic + worse,
    bic: fit.bic + worse,
  };
}

/**
 * What a customer spends on an occasion to come: between their own mean and everybody's, closer to their own the more often
 * they have bought. Null where q is 1 or less and nobody has bought yet: the mean of all is then not defined.
 * @example expectedSpend([6.25, 3.74, 15.44], 3, 35) → 35.02792
 */
export function expectedSpend(
  [p, q, gamma]: ArrayLike<number> & Iterable<number>,
  frequency: number,
  mean: number,
): number | null {
  const below = p! * frequency + q! - 1;
  return below > 0 ? (p! * (gamma! + frequency * mean)) / below : null;
}

/** Pearson's correlation of frequency and mean: the model assumes none; above 0.3 either way it should not be used. */
export function spendingCorrelation({ frequency, mean, customers }: Spending): number {
  let [w, x, m, xx, mm, xm] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < frequency.length; i++) {
    const [one, f, a] = [customers[i]!, frequency[i]!, mean[i]!];
    w += one;
    x += one * f;
    m += one * a;
    xx += one * f * f;
    mm += one * a * a;
    xm += one * f * a;
  }
  const spread = Math.sqrt((w * xx - x * x) * (w * mm - m * m));
  return spread > 0 ? (w * xm - x * m) / spread : 0;
}
