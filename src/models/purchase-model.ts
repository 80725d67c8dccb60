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
  likelihood(histories: Histories): Likelihood;
  fit(histories: Histories, warmStart?: Parameters): Outcome<Fit, FitProblem>;
  /** The chance that a customer still buys at all, 0..1. */
  pAlive(theta: Parameters, history: History): number;
  /** The same of every entry, faster where many share a time. */
  pAliveOf(theta: Parameters, histories: Histories): Float64Array;
  /** Occasions expected in the next `horizon` of one who is alive at `age`. Times pAlive, it is what to expect of the customer. */
  expectedAlive(theta: Parameters, frequency: number, age: number, horizon: number): number;
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
  ): Float64Array;
  /** The chance that one who is alive at `age` is still alive after `further`. */
  staysAlive(theta: Parameters, frequency: number, age: number, further: number): number;
}

/** Occasions expected of a customer in the next `horizon`. */
export const expectedOf = (
  model: PurchaseModel,
  theta: Parameters,
  history: History,
  horizon: number,
): number =>
  model.pAlive(theta, history) * model.expectedAlive(theta, history.frequency, history.age, horizon);
