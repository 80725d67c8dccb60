import type { Outcome } from '../domain/outcome';
import type { Histories } from './histories';
import type { Fit, FitProblem } from './optimise/fit';
import type { Likelihood } from './optimise/likelihood';

/** One customer's history, in the unit of time of the parameters. */
export interface History {
  /** Repeat occasions (x). */
  frequency: number;
  /** Time from the first to the last occasion (t_x). */
  recency: number;
  /** Time from the first occasion to the end of the observation (T). */
  age: number;
}

export type Parameters = ArrayLike<number> & Iterable<number>;

/** A model of when customers buy again and when they are gone. All times are in one unit, that of its parameters. */
export interface PurchaseModel {
  id: string;
  names: readonly string[];
  /** Phases of a gap between purchases that look ahead differently: 1 where buying has no memory. */
  phases: number;
  likelihood(histories: Histories): Likelihood;
  fit(histories: Histories, warmStart?: Parameters): Outcome<Fit, FitProblem>;
  /** The chance that a customer still buys at all, 0..1. */
  pAlive(theta: Parameters, history: History): number;
  /** The same of every entry, faster where many share a time. */
  pAliveOf(theta: Parameters, histories: Histories): Float64Array;
  /** The chances of the phases that one who is alive may be in; they add up to 1. */
  phaseShares(theta: Parameters, history: History): ArrayLike<number>;
  /** Occasions expected in the next `horizon` of one who is alive at `age` in that phase, the first if none is named. */
  expectedAlive(theta: Parameters, frequency: number, age: number, horizon: number, phase?: number): number;
  /** Repeat occasions expected of a new customer within `horizon` after the first. */
  expectedNew(theta: Parameters, horizon: number): number;
  /** The chances of 0, 1 … `most` repeat occasions of a new customer within `horizon`. */
  chancesNew(theta: Parameters, horizon: number, most: number): Float64Array;
  /** The same of a customer who is alive at `age`, within `horizon` from then. */
  chancesAlive(
    theta: Parameters,
    frequency: number,
    age: number,
    horizon: number,
    most: number,
    phase?: number,
  ): Float64Array;
  /** The chance that one who is alive at `age` is still alive after `further`. */
  staysAlive(theta: Parameters, frequency: number, age: number, further: number, phase?: number): number;
  /** Time until the share `share` of those who are alive with this history has bought again. */
  nextWithin(theta: Parameters, history: History, share: number): number;
}

/** What models without memory have in common: one phase, and while alive a pace that is gamma(r + x, alpha + T). */
export const MEMORYLESS: Pick<PurchaseModel, 'phases' | 'phaseShares' | 'nextWithin'> = {
  phases: 1,
  phaseShares: () => [1],
  nextWithin: ([r, alpha]: Parameters, { frequency, age }, share) =>
    (alpha! + age) * Math.expm1(-Math.log1p(-share) / (r! + frequency)),
};

/** The mean of a figure over the phases that a customer who is alive may be in. */
export function overPhases(
  model: PurchaseModel,
  theta: Parameters,
  history: History,
  of: (phase: number) => number,
): number {
  if (model.phases === 1) return of(0);
  const shares = model.phaseShares(theta, history);
  let sum = 0;
  for (let phase = 0; phase < model.phases; phase++) sum += shares[phase]! * of(phase);
  return sum;
}

/** Occasions expected of a customer in the next `horizon`. */
export const expectedOf = (
  model: PurchaseModel,
  theta: Parameters,
  history: History,
  horizon: number,
): number =>
  model.pAlive(theta, history) *
  overPhases(model, theta, history, (phase) =>
    model.expectedAlive(theta, history.frequency, history.age, horizon, phase),
  );
