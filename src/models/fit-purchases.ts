import type { Outcome } from '../domain/outcome';
import { checkHistories, medianAge, thinned, type Histories } from './histories';
import { fitLikelihood, type Fit, type FitProblem } from './optimise/fit';
import type { Likelihood } from './optimise/likelihood';

export interface PurchaseFitting {
  likelihood(histories: Histories): Likelihood;
  /** Where to begin, times being shares of the median age. */
  starts: readonly (readonly number[])[];
  /** Which parameters are lengths of time. */
  times: readonly number[];
}

/** A part of this size finds the neighbourhood at once; more entries are then looked at only a few times. */
const ENTRIES_OF_PILOT = 30_000;

/** About so many entries, one in every `stride` of them; where there are fewer, all. */
export function partOf(histories: Histories, entries: number): { part: Histories; stride: number } {
  const stride = Math.max(1, Math.floor(histories.frequency.length / entries));
  return { part: stride > 1 ? thinned(histories, stride) : histories, stride };
}

/** A model of repeat buying fitted to histories, in their unit of time. */
export function fitPurchases(
  histories: Histories,
  { likelihood, starts, times }: PurchaseFitting,
  warmStart?: ArrayLike<number>,
): Outcome<Fit, FitProblem> {
  const checked = checkHistories(histories);
  if (!checked.ok) return checked;
  const unit = medianAge(histories);
  const inUnits = (theta: readonly number[]) =>
    theta.map((value, i) => (times.includes(i) ? value * unit : value));
  const { part, stride } = partOf(histories, ENTRIES_OF_PILOT);
  return fitLikelihood(likelihood(histories), {
    starts: [...(warmStart ? [Array.from(warmStart)] : []), ...starts.map(inUnits)],
    units: starts[0]!.map((_, i) => (times.includes(i) ? unit : 1)),
    pilot: stride > 1 && !warmStart ? likelihood(part) : null,
  });
}
