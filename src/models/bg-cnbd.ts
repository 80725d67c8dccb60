import { fail, ok, type Outcome } from '../domain/outcome';
import {
  aheadFrom,
  aliveShare,
  chancesWithin,
  expectedWithin,
  nextWithin,
  phasesOf,
  staysWithin,
} from './erlang-dropout-forecast';
import { erlangDropoutLikelihood } from './erlang-dropout-likelihood';
import { fitPurchases, partOf } from './fit-purchases';
import { checkHistories, type Histories } from './histories';
import type { Fit, FitProblem } from './optimise/fit';
import type { PurchaseModel } from './purchase-model';
import { problem } from './problems';

/** Buying in twelve stages is as regular as is looked for. */
const MOST_REGULAR = 12;
/** Histories of this number tell one k from another. */
const ENTRIES_OF_TRIAL = 8000;
const STARTS = [
  [1, 1 / 3, 1, 2],
  [0.3, 0.1, 0.5, 2],
  [2, 1, 2, 2],
];

function erlangDropout(id: string, k: number, chances: 0 | 1): PurchaseModel {
  const starts = STARTS.map(([r, alpha, a, b]) => [r!, alpha! / k, a!, b!]);
  const born = chances === 0 ? () => 1 : (a: number, b: number) => b / (a + b);
  const model: PurchaseModel = {
    ...{ id, names: ['r', 'alpha', 'a', 'b'], phases: k },
    likelihood: (histories) => erlangDropoutLikelihood(histories, k, chances),
    fit: (histories, warmStart) =>
      fitPurchases(histories, { likelihood: model.likelihood, starts, times: [1] }, warmStart),
    pAlive: (theta, history) => aliveShare(theta, k, chances, history),
    pAliveOf: (theta, { frequency, recency, age }) =>
      Float64Array.from(frequency, (x, i) =>
        aliveShare(theta, k, chances, { frequency: x, recency: recency[i]!, age: age[i]! }),
      ),
    phaseShares: (theta, history) => phasesOf(theta, k, history).shares,
    expectedAlive: (theta, frequency, age, horizon, phase = 0) =>
      horizon > 0 ? expectedWithin(aheadFrom(theta, k, chances, { frequency, age, phase }, horizon)) : 0,
    expectedNew: (theta, horizon) => born(theta[2]!, theta[3]!) * model.expectedAlive(theta, 0, 0, horizon),
    chancesNew(theta, horizon, most) {
      const share = born(theta[2]!, theta[3]!);
      const alive = model.chancesAlive(theta, 0, 0, horizon, most);
      return alive.map((chance, n) => share * chance + (n === 0 ? 1 - share : 0));
    },
    chancesAlive: (theta, frequency, age, horizon, most, phase = 0) =>
      chancesWithin(aheadFrom(theta, k, chances, { frequency, age, phase }, horizon), most),
    staysAlive: (theta, frequency, age, further, phase = 0) =>
      staysWithin(aheadFrom(theta, k, chances, { frequency, age, phase }, further)),
    nextWithin: (theta, history, share) => nextWithin(theta, k, history, share),
  };
  return model;
}

/**
 * BG/CNBD-k: BG/NBD whose gaps are Erlang-k, the sum of k exponential ones, and so the more regular the larger k is. λ ~ gamma(r, alpha)
 * is the pace of the stages, so that alpha is about 1 ÷ k of that of BG/NBD. Parameters (r, alpha, a, b) for a given k; k = 1 is BG/NBD.
 *
 * Platzer and Reutterer 2016, Ticking away the moments. Marketing Science 35; R package BTYDplus.
 */
export const bgCnbd = (k: number): PurchaseModel => erlangDropout('bg-cnbd-k', k, 0);

/** MBG/CNBD-k: BG/CNBD-k in which a customer can leave right after the first purchase too. k = 1 is MBG/NBD. */
export const mbgCnbd = (k: number): PurchaseModel => erlangDropout('mbg-cnbd-k', k, 1);

/** A fit, and the model of the k that came out. */
export interface RegularFit {
  k: number;
  model: PurchaseModel;
  fit: Fit;
}

/**
 * The regularity k = 1 … 12 of the highest likelihood, with its fit. The search ends where two in a row were lower than the one
 * before. In many histories each k is fitted to a part of them and judged by the likelihood of all at what was found there; those that
 * come near to the best are fitted to all.
 * @param of the model of a k: `bgCnbd` or `mbgCnbd`
 * @param histories with `logGaps`, the sum of the logarithms of all gaps
 */
export function fitRegular(
  of: (k: number) => PurchaseModel,
  histories: Histories & { logGaps: number },
): Outcome<RegularFit, FitProblem> {
  const checked = checkHistories(histories);
  if (!checked.ok) return checked;
  const { part, stride } = partOf(histories, ENTRIES_OF_TRIAL);
  const tried: { k: number; value: number; found: Outcome<Fit, FitProblem> }[] = [];
  const gradient = new Float64Array(4);
  let near: Float64Array | undefined;
  for (let k = 1; k <= MOST_REGULAR; k++) {
    const found = of(k).fit(part, near);
    const theta = found.ok ? found.value.parameters : found.error.best?.parameters;
    const value = theta ? of(k).likelihood(histories).evaluate(theta, gradient) : -Infinity;
    tried.push({ k, value, found });
    const [before, last] = tried.slice(-3);
    if (k > 2 && value <= last!.value && last!.value <= before!.value) break;
    // One stage more in the same gap: each of them is shorter.
    near = theta?.map((one, i) => (i === 1 ? (one * k) / (k + 1) : one));
  }
  // What was found on a part is off its best by about half a parameter for each part there is.
  const isPart = stride > 1;
  const top = tried.reduce((best, { value }) => Math.max(best, value), -Infinity);
  const fits = tried
    .filter(({ value }) => value >= top - (isPart ? 10 * stride : 0))
    .map(({ k, found }) => ({ k, model: of(k), found: isPart ? of(k).fit(histories) : found }));
  let best: RegularFit | null = null;
  for (const { k, model, found } of fits)
    if (found.ok && (!best || found.value.log_likelihood > best.fit.log_likelihood))
      best = { k, model, fit: found.value };
  if (best) return ok(best);
  const failed = fits.find(({ found }) => !found.ok)?.found;
  return failed && !failed.ok ? failed : fail(problem('no-regularity', {}));
}
